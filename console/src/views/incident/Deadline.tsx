import type { TaskRow } from '../../api/types.ts';
import { useMoment } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { duration } from '../../i18n/format.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { isEnded, isUnanswered } from '../../store/needs.ts';

type Timed = Pick<TaskRow, 'status' | 'acknowledgeBy' | 'finishBy'>;

const settled: ReadonlySet<TaskRow['status']> = new Set(['DONE', 'OBJECTED']);

/** The deadline that counts now: time left, or, past it, that a person must act. */
export function Deadline({ task }: { task: Timed }) {
  const { t } = useWords();
  const now = useMoment();
  if (isEnded(task) || settled.has(task.status)) return null;
  const answering = isUnanswered(task) && task.acknowledgeBy !== null;
  const deadline = answering ? (task.acknowledgeBy ?? task.finishBy) : task.finishBy;
  const left = Date.parse(deadline) - now;
  if (left < 0) {
    const text = answering
      ? t('chain.overdueBy', { time: '' })
      : t('chain.finishOverdueBy', { time: '' });
    return <ActNow since={deadline} text={text.trim()} />;
  }
  const time = duration(left);
  return (
    <span className="deadline" data-testid="countdown">
      {answering ? t('chain.acknowledgeIn', { time }) : t('chain.finishIn', { time })}
    </span>
  );
}
