import { useEffect, useRef } from 'react';
import { prepare } from '../../api/command.ts';
import { recordDelivery } from '../../api/documents/taskCommands.ts';
import type { TaskRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';

/** While it is open each console tells: the first stands in the record, others in the access log. */
export const isOpen = (status: TaskRow['status']): boolean =>
  status !== 'DONE' && status !== 'VERIFIED' && status !== 'CANCELLED';

/** Records, once for each assignment, that the task has arrived on a screen of its department. */
export function useDelivery(rows: readonly TaskRow[]): void {
  const { viewer } = useDesk();
  const recorded = useRef(new Set<string>());
  const may = viewer.may.includes('recordDelivery');
  useEffect(() => {
    if (!may) return;
    for (const row of rows) {
      // An objection that was rejected assigns the task anew, with a new deadline.
      const key = `${row.id} ${row.acknowledgeBy}`;
      if (!isOpen(row.status) || recorded.current.has(key)) continue;
      recorded.current.add(key);
      const command = prepare(recordDelivery, { incident: row.incident, task: row.id });
      void command.send().catch(() => recorded.current.delete(key));
    }
  }, [rows, may]);
}
