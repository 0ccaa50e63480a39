import { derivedId } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';

/** Somebody looks at what was taken off, and finds nothing in it. */
async function endOffspring(scene: Scene, id: string): Promise<void> {
  await scene.see(async () => (await scene.incident(id)) !== undefined);
  await scene.send(dispatcherOf(scene), {
    stream: 'incident',
    id,
    command: { type: 'CancelIncident', data: { reason: 'false', note: 'Nobody there' } },
  });
}

/** Others report the same; what turns out to be of something else becomes an incident of its own. */
export async function linkReports(scene: Scene): Promise<void> {
  const { id, dice, order, race } = scene;
  const { place } = await scene.look();
  const reports = Array.from({ length: dice.below(3) + 1 }, () => dice.uuid());
  const link = (report: string) =>
    order(dispatcherOf(scene), {
      type: 'LinkReport',
      data: {
        report,
        channel: dice.one(['phone', 'citizen', 'camera']),
        what: `I see it too, ${dice.below(100)}`,
        place,
        reporter: { name: 'Wang Fang' },
      },
    });
  await Promise.all(reports.map((report) => race(() => link(report))));
  const [report] = reports;
  if (report === undefined || !dice.chance(0.3)) return;
  await race(() =>
    order(dice.chance(0.5) ? dispatcherOf(scene) : commanderOf(scene), {
      type: 'UnlinkReport',
      data: { report, reason: 'Another street' },
    }),
  );
  if ((await scene.look()).unlinked.has(report))
    await endOffspring(scene, derivedId('unlinked', id, report));
}
