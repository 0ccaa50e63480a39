import {
  assignRole,
  relieveRole,
  takeCommand,
  transferCommand,
} from '../../api/documents/command.ts';
import type { CommandRole, Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from './Act.tsx';
import { CommandForm } from './CommandForm.tsx';
import { usePeople } from './usePeople.ts';

const roles: readonly CommandRole[] = [
  'INCIDENT_COMMANDER',
  'SAFETY',
  'INFORMATION',
  'LIAISON',
  'OPERATIONS',
  'PLANNING',
  'LOGISTICS',
  'FINANCE',
];
const roleOf = (value: string | undefined): CommandRole =>
  roles.find((one) => one === value) ?? 'SAFETY';

/** Who holds which role, and its giving, handing over and relieving for who may. */
export function CommandRoles({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t, department, time } = useWords();
  const { viewer } = useDesk();
  const commander = incident.command.find(({ role }) => role === 'INCIDENT_COMMANDER');
  const mine = commander?.account === viewer.account;
  const directs = acting && (mine || incident.may.includes('takeCommand'));
  const takes = incident.may.includes('takeCommand') && !mine;
  const { id, revision } = incident;
  if (incident.command.length === 0 && !directs) return null;
  return (
    <section aria-label={t('commanding.title')}>
      <h3>{t('commanding.title')}</h3>
      {commander === undefined && <p className="quiet">{t('commanding.nobody')}</p>}
      <ul className="plain-list">
        {incident.command.map((held) => (
          <li key={held.role} data-scope data-testid={`role-${held.role}`}>
            <b>{t(`commandRole.${held.role}`)}</b> {held.name}{' '}
            {held.department !== null && `(${department(held.department)}) `}
            <time className="quiet">{time(held.since)}</time>
            {directs && held.role !== 'INCIDENT_COMMANDER' && (
              <Act action="relieve" text={t('commanding.relieve')}>
                {(done) => (
                  <CommandForm
                    document={relieveRole}
                    fields={[{ name: 'reason', label: t('commanding.reason') }]}
                    submit={t('commanding.relieve')}
                    revision={revision}
                    said={({ reason = '' }) => ({ incident: id, role: held.role, reason })}
                    onDone={done}
                  />
                )}
              </Act>
            )}
          </li>
        ))}
      </ul>
      {directs && (
        <div className="buttons">
          {takes && (
            <ActAtOnce
              document={takeCommand}
              said={{ incident: id }}
              revision={revision}
              action="command"
              text={t('commanding.take')}
            />
          )}
          {commander && <Transfer incident={incident} />}
          <Assign incident={incident} />
        </div>
      )}
    </section>
  );
}

function Transfer({ incident: { id, revision } }: { incident: Incident }) {
  const { t } = useWords();
  const people = usePeople();
  return (
    <Act action="transfer" text={t('commanding.transfer')}>
      {(done) => (
        <CommandForm
          document={transferCommand}
          fields={[
            { name: 'to', label: t('commanding.to'), kind: 'choice', options: people },
            { name: 'briefing', label: t('commanding.briefing'), kind: 'long' },
          ]}
          submit={t('commanding.transfer')}
          revision={revision}
          said={({ to = '', briefing = '' }) => ({ incident: id, to, briefing })}
          onDone={done}
        />
      )}
    </Act>
  );
}

function Assign({ incident: { id, revision } }: { incident: Incident }) {
  const { t } = useWords();
  const people = usePeople();
  const options = roles.map((value) => ({ value, text: t(`commandRole.${value}`) }));
  return (
    <Act action="role" text={t('commanding.assign')}>
      {(done) => (
        <CommandForm
          document={assignRole}
          fields={[
            { name: 'role', label: t('commanding.role'), kind: 'choice', options },
            { name: 'account', label: t('commanding.person'), kind: 'choice', options: people },
          ]}
          submit={t('commanding.assign')}
          revision={revision}
          said={({ role, account = '' }) => ({ incident: id, role: roleOf(role), account })}
          onDone={done}
        />
      )}
    </Act>
  );
}
