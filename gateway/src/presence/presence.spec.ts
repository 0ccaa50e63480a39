import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPresence, type Presence } from './presence.ts';
import type { Present } from './present.ts';

const incident = '11111111-1111-4111-8111-111111111111';
const person = (name: string, editing?: string): Present => ({
  console: `web-${name}`,
  account: name.toLowerCase(),
  name,
  department: undefined,
  editing,
});

let gateways: Presence[] = [];
let lost = false;
/** Gateways that hear each other, as through the database. */
function open(count: number): readonly Presence[] {
  gateways = Array.from({ length: count }, () =>
    openPresence((payload) => {
      if (!lost) for (const gateway of gateways) gateway.hear(payload);
    }),
  );
  return gateways;
}
type Told = AsyncGenerator<readonly Present[]>;
async function told(watching: Told): Promise<readonly string[]> {
  const { value } = await watching.next();
  return (value ?? []).map(({ name, editing }: Present) => (editing ? `${name} ${editing}` : name));
}

beforeEach(() => {
  lost = false;
  vi.useFakeTimers();
});
afterEach(() => {
  for (const gateway of gateways) gateway.close();
  vi.useRealTimers();
});

describe('presence at an incident', () => {
  it('tells each who else is there, and which form is open', async () => {
    const [gateway] = open(1);
    const li = gateway?.join(incident, person('Li')) as Told;
    expect(await told(li)).toEqual(['Li']);
    const wang = gateway?.join(incident, person('Wang')) as Told;
    expect(await told(li)).toEqual(['Li', 'Wang']);
    const writing = gateway?.join(incident, person('Wang', 'resolve')) as Told;
    await wang.return(undefined);
    expect(await told(li)).toEqual(['Li', 'Wang resolve']);
    await writing.return(undefined);
    expect(await told(li)).toEqual(['Li']);
  });

  it('says nothing of another incident', async () => {
    const [gateway] = open(1);
    const li = gateway?.join(incident, person('Li')) as Told;
    gateway?.join('22222222-2222-4222-8222-222222222222', person('Wang'));
    expect(await told(li)).toEqual(['Li']);
  });

  it('goes from gateway to gateway, and is no longer believed after a silence', async () => {
    const [one, other] = open(2);
    const li = one?.join(incident, person('Li')) as Told;
    expect(await told(li)).toEqual(['Li']);
    other?.join(incident, person('Wang', 'note'));
    vi.advanceTimersByTime(100);
    expect(await told(li)).toEqual(['Li', 'Wang note']);
    vi.advanceTimersByTime(60_000);
    lost = true;
    vi.advanceTimersByTime(60_000);
    expect(await told(li)).toEqual(['Li']);
  });

  it('takes nothing of what it does not understand', async () => {
    const [gateway] = open(1);
    const li = gateway?.join(incident, person('Li')) as Told;
    for (const payload of ['', '7', '{}', '{"origin":1,"said":[]}']) gateway?.hear(payload);
    expect(await told(li)).toEqual(['Li']);
  });

  it('says many in notifications that the database carries', () => {
    const payloads: string[] = [];
    const gateway = openPresence((payload) => payloads.push(payload));
    gateways = [gateway];
    for (let number = 0; number < 500; number += 1)
      gateway.join(incident, person(`Wang ${number}`));
    vi.advanceTimersByTime(100);
    expect(payloads.length).toBeGreaterThan(1);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
  });
});
