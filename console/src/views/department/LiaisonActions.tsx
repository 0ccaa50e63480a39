import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { TaskRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Since } from '../../parts/Since.tsx';
import type { Posted } from '../../store/outbox.ts';
import { useSignal } from '../../store/signal.ts';
import { actionsOn, type LiaisonAction } from '../../store/taskGroups.ts';
import { LiaisonTextForm } from './LiaisonTextForm.tsx';

type Written = 'object' | 'progress' | 'finish';
const isWritten = (action: LiaisonAction): action is Written =>
  action !== 'accept' && action !== 'start';

const commandOf = { accept: 'acceptTask', start: 'startTask' } as const;

/** An answer of one tap: kept before it is sent, so that no line that is gone can lose it. */
function usePosted(row: TaskRow) {
  const { post } = useDesk();
  const letter = useSignal(post.letters).find((one) => one.task === row.id);
  const returned = useSignal(post.returned).get(row.id);
  const stuck = useSignal(post.stuck);
  const [full, setFull] = useState(false);
  const give = (command: Posted, expectedRevision = row.revision): void => {
    const { id: task, incident } = row;
    const at = new Date().toISOString();
    setFull(!post.post({ id: crypto.randomUUID(), command, incident, task, expectedRevision, at }));
  };
  return { give, full, letter, stuck, returned };
}

/** What became of an answer that was given with one tap. */
function PostedAnswer({ posted }: { posted: ReturnType<typeof usePosted> }) {
  const { t } = useWords();
  const { letter, stuck, returned, full, give } = posted;
  if (full) return <p className="outcome fault">{t('outbox.full')}</p>;
  if (letter && stuck)
    return (
      <p className="outcome" role="status" data-testid="queued">
        {t('outbox.queued')} <Since from={letter.at} />
      </p>
    );
  if (letter) return <CommandOutcome state={{ at: 'sending', attempt: 1 }} onAgain={() => {}} />;
  if (returned === undefined) return null;
  return (
    <CommandOutcome
      state={returned.state}
      onAgain={() => give(returned.command)}
      onResend={(revision) => give(returned.command, revision)}
    />
  );
}

/** What the department can answer: the likeliest step large, the others beneath. */
export function LiaisonActions({ row }: { row: TaskRow }) {
  const { t } = useWords();
  const [writing, setWriting] = useState<Written | null>(null);
  const posted = usePosted(row);
  const names = actionsOn(row);
  const press = (name: LiaisonAction): void => {
    if (isWritten(name)) setWriting(name === writing ? null : name);
    else posted.give(commandOf[name]);
  };
  return (
    <div className="liaison-actions">
      {names.map((name, index) => (
        <ActionButton
          key={name}
          action={name}
          className={index === 0 ? 'primary large' : 'large'}
          disabled={posted.letter !== undefined}
          aria-expanded={isWritten(name) ? name === writing : undefined}
          data-testid={`liaison-${name}`}
          onClick={() => press(name)}
        >
          {t(`action.${name}`)}
        </ActionButton>
      ))}
      <PostedAnswer posted={posted} />
      {writing && (
        <LiaisonTextForm key={writing} name={writing} row={row} onDone={() => setWriting(null)} />
      )}
    </div>
  );
}
