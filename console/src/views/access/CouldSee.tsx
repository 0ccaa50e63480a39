import { couldSeeDocument } from '../../api/documents/access.ts';
import type { CouldSeeFound } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';

function Person({ person }: { person: CouldSeeFound['people'][number] }) {
  const { t, department, minute } = useWords();
  const { name, roles, onDuty, whole, tasks } = person;
  return (
    <li data-testid={`witness-${person.account}`}>
      <b>{name}</b>{' '}
      <span className="quiet">{roles.map((role) => t(`role.${role}`)).join(', ')}</span>
      {person.department !== null && ` · ${department(person.department)}`}
      {' · '}
      {whole ? t('access.whole') : t('access.tasksOnly', { count: tasks.length })}
      {onDuty.map((duty) => (
        <span key={duty.department}>
          {' · '}
          {t('access.onDuty', {
            department: department(duty.department),
            time: minute(duty.since),
          })}
        </span>
      ))}
    </li>
  );
}

/** A link of a task's evidence chain with its console. */
function Link({ link }: { link: CouldSeeFound['chains'][number] }) {
  const { t, department, full, actor } = useWords();
  const { by, occurredAt } = link.evidence;
  return (
    <li>
      <time dateTime={occurredAt}>{full(occurredAt)}</time> {t(`chain.${chainWord[link.link]}`)}{' '}
      {department(link.department)} · {actor(by)} <span className="quiet">{by.console ?? ''}</span>
    </li>
  );
}

const chainWord = {
  ASSIGNED: 'assigned',
  DELIVERED: 'delivered',
  SEEN: 'seen',
  ACCEPTED: 'accepted',
  STARTED: 'started',
  DONE: 'done',
  VERIFIED: 'verified',
} as const;

/** Whose rights covered the incident at a moment, and what shows that it reached them. */
export function CouldSee({ id, at }: { id: string; at: string }) {
  const { t, department } = useWords();
  const asked = useAsked(couldSeeDocument, { incident: id, at });
  if (asked.at === 'loading') return <Waiting rows={6} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const { people, chains, departments, reported } = asked.data.found;
  if (!reported) return <p className="nothing">{t('access.notYetReported')}</p>;
  return (
    <>
      <h3>{t('access.couldSee', { count: people.length })}</h3>
      <p className="help">
        {t('access.departments', { list: departments.map(department).join(', ') })}
      </p>
      {people.length === 0 && <p className="nothing">{t('access.noneCould')}</p>}
      <ul className="rows" data-testid="could-see">
        {people.map((person) => (
          <Person key={person.account} person={person} />
        ))}
      </ul>
      <h3>{t('access.chains')}</h3>
      {chains.length === 0 && <p className="nothing">{t('access.noChains')}</p>}
      <ol className="rows">
        {chains.map((link) => (
          <Link key={`${link.task} ${link.link}`} link={link} />
        ))}
      </ol>
    </>
  );
}
