import {
  closeConsultation,
  joinConsultation,
  openConsultation,
  recordDecision,
} from '../../api/documents/command.ts';
import type { Consultation, Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from './Act.tsx';
import { CommandForm, listOf } from './CommandForm.tsx';
import { Said } from './Said.tsx';

interface Props {
  readonly incident: Incident;
  readonly acting: boolean;
}

/** Whether the viewer directs the incident: in command of it, or at the command centre. */
export function useDirects({ incident, acting }: Props): boolean {
  const { viewer } = useDesk();
  const mine = incident.command.some(
    ({ role, account }) => role === 'INCIDENT_COMMANDER' && account === viewer.account,
  );
  return acting && (mine || incident.may.includes('takeCommand'));
}

export function Consultations(props: Props) {
  const { incident } = props;
  const { t, department } = useWords();
  const { city } = useDesk();
  const directs = useDirects(props);
  const options = city.city.departments.map(({ id }) => ({ value: id, text: department(id) }));
  if (incident.consultations.length === 0 && !directs) return null;
  return (
    <section aria-label={t('commanding.consultations')}>
      <h3>{t('commanding.consultations')}</h3>
      {incident.consultations.map((one) => (
        <One key={one.id} consultation={one} {...props} directs={directs} />
      ))}
      {directs && (
        <Act action="consult" text={t('commanding.open')}>
          {(done) => (
            <CommandForm
              document={openConsultation}
              fields={[
                { name: 'topic', label: t('commanding.topic') },
                {
                  name: 'participants',
                  label: t('commanding.participants'),
                  kind: 'many',
                  options,
                },
              ]}
              submit={t('commanding.open')}
              revision={incident.revision}
              said={({ topic = '', participants }) => ({
                incident: incident.id,
                consultation: crypto.randomUUID(),
                topic,
                participants: listOf(participants),
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </section>
  );
}

function One({
  consultation,
  incident,
  acting,
  directs,
}: Props & { readonly consultation: Consultation; readonly directs: boolean }) {
  const { t, department, actor, time } = useWords();
  const { viewer } = useDesk();
  const { id, participants, joined, decisions, closed } = consultation;
  const invited = viewer.department !== null && participants.includes(viewer.department);
  const there = joined.some((one) => one.joined.by.id === viewer.account);
  const open = acting && closed === null;
  return (
    <article className="plan-given" data-testid="consultation" data-scope>
      <h4>
        {consultation.topic} <time className="quiet">{time(consultation.opened.occurredAt)}</time>
      </h4>
      <p>{t('commanding.invited', { departments: participants.map(department).join(', ') })}</p>
      {joined.length > 0 && (
        <p>
          {t('commanding.joined', { people: joined.map((one) => actor(one.joined.by)).join(', ') })}
        </p>
      )}
      {decisions.map((one) => (
        <Said
          key={one.id}
          incident={incident}
          text={one.task === null ? one.text : `${one.text} (${t('commanding.becameTask')})`}
          entry={one.recorded}
          commanding={acting}
        />
      ))}
      {closed && (
        <p className="said">
          <b>{t('commanding.outcome')}</b> {closed.note}
        </p>
      )}
      {open && invited && !there && (
        <ActAtOnce
          document={joinConsultation}
          said={{ incident: incident.id, consultation: id }}
          revision={incident.revision}
          action="join"
          text={t('commanding.join')}
        />
      )}
      {open && directs && (
        <div className="buttons">
          <Decide incident={incident} consultation={id} />
          <Act action="conclude" text={t('commanding.close')}>
            {(done) => (
              <CommandForm
                document={closeConsultation}
                fields={[{ name: 'summary', label: t('commanding.outcome'), kind: 'long' }]}
                submit={t('commanding.close')}
                revision={incident.revision}
                said={({ summary = '' }) => ({
                  incident: incident.id,
                  consultation: id,
                  summary,
                })}
                onDone={done}
              />
            )}
          </Act>
        </div>
      )}
    </article>
  );
}

function Decide({ incident, consultation }: { incident: Incident; consultation: string }) {
  const { t, department } = useWords();
  const { city } = useDesk();
  const takers = city.city.departments.filter(({ takesTasks }) => takesTasks);
  const options = [
    { value: '', text: t('commanding.noTask') },
    ...takers.map(({ id }) => ({ value: id, text: department(id) })),
  ];
  return (
    <Act action="decide" text={t('commanding.decide')}>
      {(done) => (
        <CommandForm
          document={recordDecision}
          fields={[
            { name: 'text', label: t('commanding.decision'), kind: 'long' },
            {
              name: 'department',
              fault: 'becomes.department',
              label: t('commanding.becomes'),
              kind: 'choice',
              optional: true,
              options,
            },
            {
              name: 'instruction',
              fault: 'becomes.instruction',
              label: t('commanding.instruction'),
              kind: 'long',
              optional: true,
            },
          ]}
          submit={t('commanding.decide')}
          revision={incident.revision}
          said={({ text = '', department: to = '', instruction = '' }) => ({
            incident: incident.id,
            consultation,
            decision: crypto.randomUUID(),
            text,
            becomes:
              to === ''
                ? null
                : {
                    task: crypto.randomUUID(),
                    department: to,
                    part: 'ASSIST' as const,
                    instruction,
                  },
          })}
          onDone={done}
        />
      )}
    </Act>
  );
}
