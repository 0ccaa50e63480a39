import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person, report } from '../gateway/client.ts';
import { OtlpReceiver, type ReceivedSpan } from './otlpReceiver.ts';
import { removeFolder, runFileOf, TocsinProcess, temporaryFolder } from './tocsinProcess.ts';

const folder = temporaryFolder();
const receiver = new OtlpReceiver();
let tocsin: TocsinProcess;
let dispatcher: Person;
beforeAll(async () => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: await receiver.listen(),
    OTEL_BSP_SCHEDULE_DELAY: '100',
  };
  tocsin = new TocsinProcess(['start'], { dataDir: folder, env });
  await tocsin.says('http://');
  dispatcher = await Person.signedIn(runFileOf(folder).gateway, 'dispatcher');
});
afterAll(async () => {
  tocsin.signal('SIGTERM');
  await tocsin.ended;
  receiver.close();
  removeFolder(folder);
});

/** Keeps, from then on, the ids of the rows that a console's incident board is sent. */
async function openBoard(): Promise<{ readonly keys: Set<string>; close(): void }> {
  const { data } = await dispatcher.ask('{ incidents(city: "xinghe") { cursor } }');
  const keys = new Set<string>();
  const client = dispatcher.socket();
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  client.on('message', open);
  client.subscribe<{ incidentChanges: { rows: readonly { id: string }[] } }>(
    {
      query: `subscription ($after: Cursor!) {
        incidentChanges(city: "xinghe", after: $after) { rows { id } cursor } }`,
      variables: { after: data?.incidents?.cursor },
    },
    {
      next: (batch) => {
        for (const { id } of batch.data?.incidentChanges.rows ?? []) keys.add(id);
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  await opened;
  // Until its room is live: what a member catches up with is not part of a trace.
  await sleep(500);
  return { keys, close: () => void client.dispose() };
}

/** The names from a span up to the first of the trace. */
function lineage(trace: readonly ReceivedSpan[], span: ReceivedSpan | undefined): string[] {
  if (!span) return [];
  const parent = trace.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...lineage(trace, parent)];
}

it('[O4] tells the whole way of a mutation to another console’s socket, under its correlation id', async () => {
  const board = await openBoard();
  const id = randomUUID();
  const incident = randomUUID();
  const sent = await dispatcher.send('reportIncident', { report: report(incident) }, { id });
  expect(sent).toMatchObject({ __typename: 'Accepted' });
  const steps = [
    'send',
    'render',
    'read changes',
    'project IncidentReported',
    'append',
    'command ReportIncident',
    'mutation reportIncident',
  ];
  // Two processes tell of it, each when it gets to it.
  const trace = await receiver.traced(id.replaceAll('-', ''), ...steps);
  board.close();
  expect(board.keys).toContain(incident);

  const send = trace.find(({ name }) => name === 'send');
  expect(lineage(trace, send)).toEqual(steps);
  const [first] = trace.filter(({ parentSpanId }) => !parentSpanId);
  expect(first?.name).toBe('mutation reportIncident');
  const services = Object.fromEntries(trace.map(({ name, service }) => [name, service]));
  expect(services.append).toBe('tocsin-gateway');
  expect(services['project IncidentReported']).toBe('tocsin-projections');
  for (const { startTimeUnixNano: begun, endTimeUnixNano: ended } of trace)
    expect(BigInt(ended)).toBeGreaterThanOrEqual(BigInt(begun));
});

it('[O5] says nothing of who it was, where, or in which words', async () => {
  const id = randomUUID();
  const said = report(randomUUID());
  await dispatcher.send('reportIncident', { report: said }, { id });
  await receiver.traced(id.replaceAll('-', ''), 'project IncidentReported');
  const told = receiver.bodies.join('\n');
  const token = dispatcher.token ?? 'no token';
  for (const secret of [said.what, 'Riverside', said.incident, 'xinghe', token])
    expect(told).not.toContain(secret);
  expect(told).not.toMatch(/"dispatcher"|Dispatcher|password/);
  const keys = new Set(
    receiver.spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)),
  );
  for (const key of keys) expect(key).toMatch(/^tocsin\./);
});
