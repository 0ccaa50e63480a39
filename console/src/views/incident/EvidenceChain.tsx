import type { Evidence, Task } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';

const links = ['assigned', 'delivered', 'seen', 'accepted', 'started', 'done', 'verified'] as const;

type Chain = Pick<Task, (typeof links)[number]>;

function Link({ name, evidence }: { name: (typeof links)[number]; evidence: Evidence | null }) {
  const { t, time, full, actor } = useWords();
  if (evidence === null) {
    return (
      <li className="link">
        <span>{t(`chain.${name}`)}</span>
      </li>
    );
  }
  return (
    <li
      className="link reached"
      data-link={name}
      title={`${full(evidence.occurredAt)} ${actor(evidence.by)}`}
    >
      <span>{t(`chain.${name}`)}</span>
      <time dateTime={evidence.occurredAt}>{time(evidence.occurredAt)}</time>
      <span className="quiet">{evidence.by.name}</span>
    </li>
  );
}

/** Assigned to verified: at each link who and when; links not reached yet are named only. */
export function EvidenceChain({ task }: { task: Chain }) {
  return (
    <ol className="chain">
      {links.map((name) => (
        <Link key={name} name={name} evidence={task[name]} />
      ))}
    </ol>
  );
}
