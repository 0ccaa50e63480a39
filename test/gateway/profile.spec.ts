import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const document = `query($id: ID!) { city(id: $id) {
  posture subdistricts { id } capabilities { id } jurisdictions { id } shifts { id liaisons }
  responsibilities { department area { districts } } plans { id version tasks { department } }
  targets { span seconds percent source } deadlines { acknowledge } rules { travel }
} }`;

it('is shown whole to the administrator, and to nobody who is not signed in', async () => {
  const administrator = await Person.signedIn(stack.gateway.url, 'administrator');
  const { data } = await administrator.ask(document, { id: 'xinghe' });
  expect(data?.city).toMatchObject({
    posture: 'ROUTINE',
    deadlines: { acknowledge: [60, 120, 300, 600] },
    rules: { travel: { usualSpeedKmh: 40 } },
  });
  expect(data?.city?.plans).toContainEqual(
    expect.objectContaining({ id: 'gas-leak', version: 1, tasks: expect.any(Array) }),
  );
  expect(data?.city?.targets).toContainEqual({
    span: 'PROCESS',
    seconds: 60,
    percent: 90,
    source: 'NFPA 1225',
  });
  for (const kind of [
    'subdistricts',
    'capabilities',
    'jurisdictions',
    'shifts',
    'responsibilities',
  ])
    expect(data?.city?.[kind]).not.toEqual([]);
  const { errors } = await new Person(stack.gateway.url).ask(document, { id: 'xinghe' });
  expect(errors[0]?.extensions.code).toBe('unauthenticated');
});

it('[Y4] whoever is dismissed is signed out', async () => {
  const heat = await Person.signedIn(stack.gateway.url, 'heat');
  expect((await heat.ask('{ viewer { account } }')).data?.viewer).toEqual({ account: 'heat' });
  const socket = heat.socket();
  const closed = new Promise<{ readonly code: number }>((resolve) => {
    socket.on('closed', (event) => resolve(event as { readonly code: number }));
  });
  socket.subscribe(
    { query: 'subscription { status { position } }' },
    { next: () => {}, error: () => {}, complete: () => {} },
  );
  const dismiss = { type: 'DismissPerson', data: { reason: 'left the profile' } } as const;
  const actor = { kind: 'system', id: 'system:test', name: 'Test' } as const;
  await stack.store.person('heat', dismiss, { commandId: 'dismiss-heat', actor });
  expect((await closed).code).toBe(4403);
  expect((await heat.ask('{ viewer { account } }')).data?.viewer ?? null).toBeNull();
  const again = await Person.signedIn(stack.gateway.url, 'heat');
  expect((await again.ask('{ viewer { account } }')).data?.viewer ?? null).toBeNull();
}, 60_000);
