import {
  cancelAction,
  finishAction,
  reportAction,
  returnAction,
  verifyAction,
} from '../../api/documents/after.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from './Act.tsx';
import { CommandForm } from './CommandForm.tsx';

const noted = {
  note: { document: reportAction, action: 'actionNote' },
  finish: { document: finishAction, action: 'actionFinish' },
} as const;

/** What the viewer may do about one corrective action, on the incident or on the board. */
export function ActionCommands({
  incident,
  revision,
  action,
  status,
  may,
}: {
  incident: string;
  revision: string;
  action: string;
  status: string;
  may: (name: string) => boolean;
}) {
  const { t, fromEntered } = useWords();
  const owed = status === 'ASSIGNED' || status === 'RETURNED';
  const on = { incident, action };
  return (
    <div className="buttons">
      {(['note', 'finish'] as const).map(
        (name) =>
          owed &&
          may(name === 'note' ? 'reportAction' : 'finishAction') && (
            <Act key={name} action={noted[name].action} text={t(`afterwards.${name}`)}>
              {(done) => (
                <CommandForm
                  document={noted[name].document}
                  fields={[{ name: 'note', label: t('commanding.text'), kind: 'long' }]}
                  submit={t(`afterwards.${name}`)}
                  revision={revision}
                  said={({ note = '' }) => ({ ...on, note })}
                  onDone={done}
                />
              )}
            </Act>
          ),
      )}
      {status === 'DONE' && may('verifyAction') && (
        <ActAtOnce
          document={verifyAction}
          said={on}
          revision={revision}
          action="actionVerify"
          text={t('afterwards.verify')}
        />
      )}
      {status === 'DONE' && may('returnAction') && (
        <Act action="actionReturn" text={t('afterwards.return')}>
          {(done) => (
            <CommandForm
              document={returnAction}
              fields={[
                { name: 'reason', label: t('commanding.reason') },
                { name: 'dueBy', label: t('afterwards.dueBy'), kind: 'when', optional: true },
              ]}
              submit={t('afterwards.return')}
              revision={revision}
              said={({ reason = '', dueBy = '' }) => ({
                ...on,
                reason,
                dueBy: dueBy === '' ? null : fromEntered(dueBy),
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
      {(owed || status === 'DONE') && may('cancelAction') && (
        <Act action="actionCancel" text={t('afterwards.cancel')}>
          {(done) => (
            <CommandForm
              document={cancelAction}
              fields={[{ name: 'reason', label: t('commanding.reason') }]}
              submit={t('afterwards.cancel')}
              revision={revision}
              said={({ reason = '' }) => ({ ...on, reason })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </div>
  );
}
