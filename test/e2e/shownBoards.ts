import type { Page } from 'playwright-core';
import type { ApiClient } from '../system/apiClient.ts';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly priority: number | null;
  readonly tasks: readonly { readonly department: string; readonly status: string }[];
}

const rank = (row: Row): number => (row.status === 'REPORTED' ? 0 : (row.priority ?? 4));

/** The queue as the server's board has it: each row's number, status and tasks, in the queue's order. */
export async function queueOfServer(api: ApiClient): Promise<readonly string[]> {
  const query = `query { board: incidents(city: "xinghe", closed: false) {
    rows { id number status priority tasks { department status } } } }`;
  const { board } = await api.request(query);
  const { rows } = board as { rows: Row[] };
  return [...rows]
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
    .map(({ number, status, tasks }) => `${number} ${status} ${tasks.length}`);
}

/** The same as it stands on a dispatcher's screen. */
export const queueOnScreen = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-testid="queue"] [role="option"]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [
          row.getAttribute('data-testid')?.split('-')[1],
          row.getAttribute('data-status'),
          row.querySelectorAll('.task-chip').length,
        ].join(' '),
      ),
    );

/** A department's tasks as the server's board has them, those that have not ended. */
export async function tasksOfServer(
  api: ApiClient,
  department: string,
): Promise<readonly string[]> {
  const query = `query($department: ID!) { board: tasks(city: "xinghe", department: $department) {
    rows { number status } } }`;
  const { board } = await api.request(query, { department });
  const { rows } = board as { rows: { number: number; status: string }[] };
  return rows
    .filter(({ status }) => status !== 'VERIFIED' && status !== 'CANCELLED')
    .map(({ number, status }) => `${number} ${status}`)
    .sort();
}

/** The same as it stands on a liaison's screen. */
export const tasksOnScreen = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.task-list .card')
    .evaluateAll((cards) =>
      cards
        .map((card) =>
          [card.getAttribute('data-testid')?.split('-')[1], card.getAttribute('data-status')].join(
            ' ',
          ),
        )
        .sort(),
    );
