import {
  type CityContext,
  type DepotCommand,
  type DepotEvent,
  type DepotStock,
  freeOf,
  givenTo,
  type Incident,
  type IncidentCommand,
  type IncidentEvent,
  isRejection,
  type LogEvent,
  outOf,
  position,
  type Recorded,
  revision,
  supplies,
} from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depotDecider } from '../../domain/src/depot/decide.ts';
import { replenished, stockedCity } from '../../domain/src/depot.testkit.ts';
import { incidentDecider } from '../../domain/src/incident/decide.ts';
import { confirmed, reported } from '../../domain/src/incident.testkit.ts';
import { dispatcher, now } from '../../domain/src/specification.testkit.ts';
import { Stream } from './stream.testkit.ts';

const context: CityContext = { now, actor: dispatcher, city: stockedCity };
const north = 'xinghe.north';
const south = 'xinghe.south';
const requests = ['q-1', 'q-2'] as const;

type Depot = Stream<DepotStock, DepotCommand, DepotEvent, CityContext>;
type Record_ = Stream<Incident, IncidentCommand, IncidentEvent, CityContext>;

function newDepot(): Depot {
  const depot: Depot = new Stream(depotDecider);
  const stock = [replenished('boat', 'B1', 4), replenished('boat', 'B2', 3, '2027-01-01')];
  depot.append(stock, -1, {});
  return depot;
}

const quantity = fc.integer({ min: 1, max: 5 });
const commitment = fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4');
const request = fc.constantFrom(...requests);
const lot = fc.constantFrom('B1', 'B2');
const moving = fc.record({ commitment, quantity }).map((one) => ({ ...one, note: '' }));

const wish: fc.Arbitrary<DepotCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(moving, request)
      .map(([data, q]): DepotCommand => ({ type: 'CommitStock', data: { ...data, request: q } })),
  },
  { weight: 3, arbitrary: moving.map((data): DepotCommand => ({ type: 'IssueStock', data })) },
  { weight: 2, arbitrary: moving.map((data): DepotCommand => ({ type: 'ReturnStock', data })) },
  moving.map((data): DepotCommand => ({ type: 'ConsumeStock', data })),
  moving.map(
    (data): DepotCommand => ({ type: 'ReleaseCommitment', data: { ...data, reason: 'r' } }),
  ),
  fc.tuple(lot, fc.nat({ max: 6 })).map(
    ([name, counted]): DepotCommand => ({
      type: 'CountStock',
      data: { item: 'boat', lot: name, counted, reason: 'r' },
    }),
  ),
  fc.tuple(lot, quantity).map(
    ([name, lost]): DepotCommand => ({
      type: 'WriteOffStock',
      data: { item: 'boat', lot: name, quantity: lost, reason: 'lost', note: '' },
    }),
  ),
);

/** [S4] [S5] [S6] Nothing below zero, nothing given out twice, nothing back that never went. */
function expectSound(stock: DepotStock): void {
  for (const held of stock.lots.get('boat') ?? []) {
    expect(held.committed).toBeGreaterThanOrEqual(0);
    expect(held.quantity).toBeGreaterThanOrEqual(held.committed);
    const reserved = [...stock.commitments.values()].flatMap(({ lots }) =>
      lots.filter((one) => one.lot === held.lot).map(({ committed }) => committed),
    );
    expect(reserved.reduce((sum, one) => sum + one, 0)).toBe(held.committed);
  }
  for (const { lots } of stock.commitments.values())
    for (const one of lots) {
      expect(one.committed).toBeGreaterThanOrEqual(0);
      expect(outOf(one)).toBeGreaterThanOrEqual(0);
    }
  expect(freeOf(stock, 'boat', '2026-03-01')).toBeGreaterThanOrEqual(0);
}

const askedFor = (id: string): DepotCommand => ({
  type: 'ReceiveRequest',
  data: {
    city: 'xinghe',
    depot: 'north',
    incident: 'i-1',
    request: id,
    item: 'boat',
    quantity: 5,
    note: '',
    requestedBy: 'D',
  },
});

function askedDepot(): Depot {
  const depot = newDepot();
  for (const id of requests) depot.handle(askedFor(id), context);
  return depot;
}

describe('[S4] [S5] [S6] a depot, whoever moves what when', () => {
  it('never goes below zero', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const depot = askedDepot();
        for (const command of wishes) {
          depot.handle(command, context);
          expectSound(depot.state);
        }
        for (const id of requests) expect(givenTo(depot.state, id)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });

  it('nor by those who decide on what they last read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(wish, { maxLength: 16 }),
        async (scheduler, wishes) => {
          const depot = askedDepot();
          const act = async (command: DepotCommand): Promise<void> => {
            for (;;) {
              await scheduler.schedule(Promise.resolve(), `read for ${command.type}`);
              const seenAt = depot.revision;
              const decided = depot.decide(command, context);
              await scheduler.schedule(Promise.resolve(), `send ${command.type}`);
              if (isRejection(decided) || depot.append(decided, seenAt, {})) return;
            }
          };
          await scheduler.waitFor(Promise.all(wishes.map(act)));
          expectSound(depot.state);
        },
      ),
      { numRuns: 200 },
    );
  });
});

type Entry = { readonly stream: string; readonly event: Recorded<IncidentEvent | DepotEvent> };

/** Two depots, one incident and the policy between them; one log, in the order it was written. */
class City {
  readonly depots = new Map<string, Depot>([
    [north, newDepot()],
    [south, newDepot()],
  ]);
  readonly incident: Record_ = new Stream(incidentDecider);
  readonly #log: Entry[] = [];
  readonly #answered = new Set<string>();
  #handled = 0;

  constructor() {
    this.incident.append([reported, confirmed], -1, {});
  }

  want(depot: string, command: DepotCommand): void {
    const stream = this.depots.get(depot);
    if (!stream) return;
    const from = stream.events.length;
    stream.handle(command, context);
    for (const event of stream.events.slice(from))
      this.#log.push({ stream: `depot-${depot}`, event });
  }

  ask(command: IncidentCommand): void {
    const from = this.incident.events.length;
    this.incident.handle(command, context);
    for (const event of this.incident.events.slice(from))
      this.#log.push({ stream: 'incident-i-1', event });
  }

  /** The policy handles so many events; what it did may be done again after a crash. */
  carry(count: number): void {
    const end = Math.min(this.#handled + count, this.#log.length);
    for (; this.#handled < end; this.#handled += 1)
      for (const reaction of supplies.react(this.#stored(this.#handled))) {
        if (reaction.kind !== 'command' || this.#answered.has(reaction.commandId)) continue;
        const { target } = reaction;
        const before = this.#log.length;
        if (target.stream === 'incident') this.ask(target.command);
        if (target.stream === 'depot') this.want(target.id, target.command);
        // The store knows a command again by what it recorded.
        if (this.#log.length > before) this.#answered.add(reaction.commandId);
      }
  }

  settle(): void {
    while (this.#handled < this.#log.length) this.carry(1);
  }

  crash(lost: number): void {
    this.#handled = Math.max(0, this.#handled - lost);
  }

  #stored(at: number): LogEvent {
    const entry = this.#log[at];
    if (!entry) throw new Error(`the log has no entry ${at}`);
    const { stream, event } = entry;
    const own = this.#log.slice(0, at).filter((one) => one.stream === stream).length;
    const place = { id: `event-${at}`, revision: revision(own), position: position(at) };
    return { ...event, ...place, stream } as LogEvent;
  }
}

const depotName = fc.constantFrom(north, south);
type Happening = (city: City) => void;
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(depotName, wish).map(
      ([depot, command]) =>
        (city: City) =>
          city.want(depot, own(depot, command)),
    ),
  },
  {
    weight: 2,
    arbitrary: request.map((id) => (city: City) => {
      const data = { request: id, item: 'boat', quantity: 5, note: '' };
      city.ask({ type: 'RequestSupplies', data });
    }),
  },
  {
    weight: 1,
    arbitrary: request.map((id) => (city: City) => {
      city.ask({ type: 'CancelSupplyRequest', data: { request: id, reason: 'r' } });
    }),
  },
  { weight: 5, arbitrary: fc.nat({ max: 6 }).map((count) => (city: City) => city.carry(count)) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }).map((lost) => (city: City) => city.crash(lost)) },
);

/** Each depot draws ids of its own. */
const own = (depot: string, command: DepotCommand): DepotCommand =>
  'commitment' in command.data
    ? ({
        ...command,
        data: { ...command.data, commitment: `${depot}-${command.data.commitment}` },
      } as DepotCommand)
    : command;

describe('[S9] [S11] between incident and depots', () => {
  it('the incident’s record says what the depots did, whatever crashes in between', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
        const city = new City();
        for (const happen of happenings) happen(city);
        city.settle();
        for (const known of city.incident.state.supplies.values()) {
          for (const [name, { state }] of city.depots) {
            expectSound(state);
            const did = [...state.commitments.values()]
              .filter((one) => one.request === known.id)
              .map(({ commitment: id, lots }) => {
                const sum = (of: (one: (typeof lots)[number]) => number) =>
                  lots.reduce((all, one) => all + of(one), 0);
                return {
                  commitment: id,
                  depot: name,
                  committed: sum((one) => one.committed),
                  issued: sum((one) => one.issued),
                  returned: sum((one) => one.returned),
                  consumed: sum((one) => one.consumed),
                };
              });
            const said = [...known.commitments.values()]
              .filter((one) => one.depot === name)
              .map(({ returnable, ...one }) => one);
            expect(said).toEqual(did);
            if (known.status !== 'open') expect(did.every((one) => one.committed === 0)).toBe(true);
            const elsewhere = [...known.commitments.values()]
              .filter((one) => one.depot !== name)
              .reduce((all, one) => all + one.committed + one.issued, 0);
            if (known.status === 'open')
              expect(state.requests.get(known.id)?.elsewhere).toBe(elsewhere);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
