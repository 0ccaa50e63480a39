import { setTimeout as sleep } from 'node:timers/promises';
import { forkPart, nextMessage } from '../parts/child.ts';
import type { Screen, ScreenOrder, ScreenRecords } from '../parts/screenRecords.ts';
import type { Scope } from '../scope.ts';

/** Screens in a process of their own. */
export interface Screens {
  /** All come back at once, each where it is now and with its cursor; resolves when all are current, with the bytes that brought one there. */
  resume(screens: readonly Screen[]): Promise<number>;
  /** Counts from here on. */
  begin(): Promise<void>;
  /** Resolves when nothing has come for half a second. */
  settled(): Promise<void>;
  /** What came since. */
  end(): Promise<ScreenRecords>;
}

export async function openScreens(scope: Scope, screens: readonly Screen[]): Promise<Screens> {
  const { child } = await forkPart(scope, 'parts/screensProcess.js');
  const send = async <Answer>(order: ScreenOrder): Promise<Answer> => {
    const answer = nextMessage<Answer>(child);
    child.send(order);
    return answer;
  };
  await send({ order: 'open', screens });
  return {
    resume: (again) => send<number>({ order: 'resume', screens: again }),
    begin: async () => void (await send({ order: 'begin' })),
    async settled() {
      let before = -1;
      for (let now = 0; now !== before; now = await send<number>({ order: 'count' })) {
        before = now;
        await sleep(500);
      }
    },
    end: () => send<ScreenRecords>({ order: 'end' }),
  };
}
