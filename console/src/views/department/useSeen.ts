import { type RefObject, useEffect, useRef } from 'react';
import { prepare } from '../../api/command.ts';
import { recordSeen } from '../../api/documents/taskCommands.ts';
import type { TaskRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { isOpen } from './useDelivery.ts';

/** How long at least half of a task must be in sight, in milliseconds. */
const glance = 500;

/**
 * Records, once for each assignment, that a person had the task before their eyes: it stood in the
 * visible part of a window that was itself visible.
 */
export function useSeen(row: TaskRow, element: RefObject<HTMLElement | null>): void {
  const { viewer } = useDesk();
  const recorded = useRef<string | null>(null);
  const may = viewer.may.includes('recordSeen');
  const waiting = may && isOpen(row.status);
  const { id, incident, acknowledgeBy } = row;
  useEffect(() => {
    const target = element.current;
    if (!waiting || target === null) return;
    const key = `${id} ${acknowledgeBy}`;
    let inSight = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const record = (): void => {
      if (recorded.current === key) return;
      recorded.current = key;
      const command = prepare(recordSeen, { incident, task: id });
      void command.send().catch(() => {
        recorded.current = null;
      });
    };
    const look = (): void => {
      clearTimeout(timer);
      if (inSight && document.visibilityState === 'visible') timer = setTimeout(record, glance);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        inSight = entries.at(-1)?.isIntersecting ?? false;
        look();
      },
      { threshold: 0.5 },
    );
    observer.observe(target);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [waiting, id, incident, acknowledgeBy, element]);
}
