import { commanderOf, dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

const sha256 = 'ab'.repeat(32);

/** What is written down beside it, some of it in error. */
async function keepRecord(scene: Scene): Promise<void> {
  const { dice, order, race } = scene;
  const report = () =>
    order(dispatcherOf(scene), {
      type: 'ReportSituation',
      data: { sitrep: dice.uuid(), text: `Under control, ${dice.below(100)} %` },
    });
  await Promise.all([report(), report()]);
  const uri = dice.chance(0.9) ? `file-store:${dice.uuid()}` : 'http://insecure.example/a.jpg';
  const photo = { name: 'photo.jpg', mediaType: 'image/jpeg', bytes: 120_000, sha256, uri };
  await order(dispatcherOf(scene), {
    type: 'AddAttachment',
    data: { attachment: dice.uuid(), ...photo },
  });
  const { entries } = await scene.look();
  if (entries.length === 0 || !dice.chance(0.5)) return;
  const { revision } = dice.one(entries);
  const data = { revision: Number(revision), reason: 'Wrong house' };
  await race(() => order(commanderOf(scene), { type: 'StrikeEntry', data }));
}

/** Joint consultation [会商]: departments join, decide, and one decision becomes a task. */
async function meet(scene: Scene): Promise<void> {
  const { city, dice, order, race } = scene;
  const departments = [...city.departments.values()].filter(({ takesTasks }) => takesTasks);
  const first = dice.below(departments.length - 3);
  const participants = departments.slice(first, first + 3).map(({ id }) => id);
  const consultation = dice.uuid();
  await order(commanderOf(scene), {
    type: 'OpenConsultation',
    data: { consultation, topic: 'What next', participants },
  });
  await Promise.all(
    [...participants, dice.one(departments).id].map((department) =>
      order(liaisonOf(scene, department), { type: 'JoinConsultation', data: { consultation } }),
    ),
  );
  const decide = (department: string | undefined) =>
    order(commanderOf(scene), {
      type: 'RecordDecision',
      data: {
        consultation,
        decision: dice.uuid(),
        text: 'Close the road',
        ...(department === undefined
          ? {}
          : {
              becomes: {
                task: dice.uuid(),
                department,
                part: 'assist',
                instruction: 'Close the road to all traffic',
              },
            }),
      },
    });
  await Promise.all([decide(undefined), race(() => decide(participants[0]))]);
  await race(
    () =>
      order(commanderOf(scene), {
        type: 'CloseConsultation',
        data: { consultation, summary: 'One road closed' },
      }),
    0.3,
  );
}

export async function consult(scene: Scene): Promise<void> {
  await Promise.all([meet(scene.beside('meet')), keepRecord(scene.beside('record'))]);
}
