import type { Actor } from '../api/types.ts';
import { useWords } from '../app/words.ts';
import { actorText } from '../i18n/eventText.ts';

/** Who did it; what is not a person says what it is. */
export function ActorName({ actor }: { actor: Actor }) {
  const { t, department } = useWords();
  return (
    <span className={`actor ${actor.kind.toLowerCase()}`}>
      {actor.kind !== 'PERSON' && <span className="actor-kind">{t(`actor.${actor.kind}`)}</span>}
      {actorText(t, actor)}
      {actor.department !== null && <span className="quiet"> {department(actor.department)}</span>}
    </span>
  );
}
