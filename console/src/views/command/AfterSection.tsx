import { assignAction, recordFinding } from '../../api/documents/after.ts';
import type { CorrectiveAction, Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act } from './Act.tsx';
import { ActionCommands } from './ActionCommands.tsx';
import { CommandForm } from './CommandForm.tsx';
import { ReportLink } from './ReportLink.tsx';
import { Said } from './Said.tsx';
import { usePeople } from './usePeople.ts';

const severities = ['LOW', 'MEDIUM', 'HIGH'] as const;

/** What was found, what is to be put right, and the report of it all. */
export function AfterSection({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const finds = acting && incident.may.includes('recordFinding');
  const { id, revision } = incident;
  return (
    <section aria-label={t('afterwards.title')}>
      <h3>{t('afterwards.title')}</h3>
      {incident.findings.map((finding) => (
        <article key={finding.id} className="plan-given" data-scope data-testid="finding">
          <Said
            incident={incident}
            text={
              finding.severity === null
                ? finding.text
                : `${finding.text} (${t(`afterwards.severities.${finding.severity}`)})`
            }
            entry={finding.recorded}
            commanding={acting}
          />
          {incident.actions
            .filter((action) => action.finding === finding.id)
            .map((action) => (
              <Action key={action.id} {...{ incident, action, acting }} />
            ))}
          {acting && incident.may.includes('assignAction') && (
            <Assign incident={incident} finding={finding.id} />
          )}
        </article>
      ))}
      {finds && (
        <Act action="finding" text={t('afterwards.finding')}>
          {(done) => (
            <CommandForm
              document={recordFinding}
              fields={[
                { name: 'text', label: t('afterwards.text'), kind: 'long' },
                {
                  name: 'severity',
                  label: t('afterwards.severity'),
                  kind: 'choice',
                  optional: true,
                  options: [
                    { value: '', text: t('afterwards.none') },
                    ...severities.map((value) => ({
                      value,
                      text: t(`afterwards.severities.${value}`),
                    })),
                  ],
                },
              ]}
              submit={t('afterwards.finding')}
              revision={revision}
              said={({ text = '', severity }) => ({
                incident: id,
                finding: crypto.randomUUID(),
                text,
                severity: severities.find((one) => one === severity) ?? null,
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
      {acting && <ReportLink incident={id} />}
    </section>
  );
}

function Action({
  incident,
  action,
  acting,
}: {
  incident: Incident;
  action: CorrectiveAction;
  acting: boolean;
}) {
  const { t, department, full } = useWords();
  const { viewer } = useDesk();
  const foreign = viewer.department !== null && viewer.department !== action.department;
  const step = action.escalations.at(-1);
  return (
    <div data-scope data-testid="action" data-status={action.status}>
      <p>
        <b>{department(action.department)}</b> {action.owner?.name} · {action.text} ·{' '}
        {t('afterwards.due', { time: full(action.dueBy) })} ·{' '}
        <b>{t(`afterwards.status.${action.status}`)}</b>
      </p>
      {step && (
        <p className="said escalation">
          {t('afterwards.escalated', {
            step: step.step,
            to: t(`afterwards.addressee.${step.to}`),
          })}
        </p>
      )}
      {action.notes.map((note) => (
        <Said
          key={note.revision}
          text={note.note ?? ''}
          entry={note}
          incident={incident}
          commanding={acting}
        />
      ))}
      {action.done?.note && <p className="said">{action.done.note}</p>}
      {action.returned?.note && <p className="said">{action.returned.note}</p>}
      {acting && !foreign && (
        <ActionCommands
          incident={incident.id}
          revision={incident.revision}
          action={action.id}
          status={action.status}
          may={(name) => incident.may.includes(name)}
        />
      )}
    </div>
  );
}

function Assign({ incident, finding }: { incident: Incident; finding: string }) {
  const { t, department, fromEntered } = useWords();
  const { city } = useDesk();
  const people = usePeople();
  const departments = city.city.departments.map(({ id }) => ({ value: id, text: department(id) }));
  const owners = [{ value: '', text: t('afterwards.noOwner') }, ...people];
  return (
    <Act action="corrective" text={t('afterwards.assign')}>
      {(done) => (
        <CommandForm
          document={assignAction}
          fields={[
            {
              name: 'department',
              label: t('afterwards.department'),
              kind: 'choice',
              options: departments,
            },
            {
              name: 'owner',
              fault: 'owner.account',
              label: t('afterwards.owner'),
              kind: 'choice',
              optional: true,
              options: owners,
            },
            { name: 'text', label: t('afterwards.action'), kind: 'long' },
            { name: 'dueBy', label: t('afterwards.dueBy'), kind: 'when' },
          ]}
          submit={t('afterwards.assign')}
          revision={incident.revision}
          said={({ department: to = '', owner = '', text = '', dueBy = '' }) => ({
            incident: incident.id,
            assign: {
              action: crypto.randomUUID(),
              finding,
              department: to,
              owner: owner === '' ? null : owner,
              text,
              dueBy: fromEntered(dueBy),
            },
          })}
          onDone={done}
        />
      )}
    </Act>
  );
}
