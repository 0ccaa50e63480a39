import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { whyUnreadable } from './documents/compatible.mjs';
import { bare, eventsOf, exportedType, openTypes } from './documents/eventShapes.mjs';
import { eventsDocument } from './documents/eventsDocument.mjs';
import { metricsDocument } from './documents/metricsDocument.mjs';
import { factsOfRejections, rejectionsDocument } from './documents/rejectionsDocument.mjs';
import { root } from './step.mjs';

const help = `pnpm documents [--check]

Writes domain/EVENTS.md, domain/shapes.json, docs/REJECTIONS.md and docs/METRICS.md from the code. Refuses a stored
shape that changed without a new schema number and an upcaster.

  --check   writes nothing; fails when a file is out of date
  --help    this text
`;

const streams = [
  ['Incident', 'incident-<uuid>', 'incident/events.ts', 'IncidentEvent'],
  ['Unit', 'unit-<city>.<call sign>', 'unit/events.ts', 'UnitEvent'],
  ['Depot', 'depot-<city>.<depot>', 'depot/events.ts', 'DepotEvent'],
  ['Warning', 'warning-<uuid>', 'warning/events.ts', 'WarningEvent'],
  ['Planned event', 'plannedEvent-<uuid>', 'plannedEvent/events.ts', 'PlannedEventEvent'],
  ['Duty desk', 'duty-<city>.<department>', 'duty/events.ts', 'DutyEvent'],
  ['City', 'city-<id>', 'city/events.ts', 'CityEvent'],
  ['Person', 'person-<account>', 'person/events.ts', 'PersonEvent'],
];

const files = {
  events: `${root}domain/EVENTS.md`,
  shapes: `${root}domain/shapes.json`,
  rejections: `${root}docs/REJECTIONS.md`,
  metrics: `${root}docs/METRICS.md`,
};

const built = (path) => import(pathToFileURL(`${root}${path}`).href);
const textOf = (path) => readFile(path, 'utf8').catch(() => '');

/** The shapes ever written, by event type and schema number, with today's; or what is wrong. */
function shapesWith(kept, today, schemas) {
  const shapes = structuredClone(kept);
  const faults = [];
  for (const [type, shape] of Object.entries(today)) {
    const schema = String(schemas[type]);
    const known = shapes[type]?.[schema];
    const fault = known ? whyUnreadable(known, shape) : '';
    if (fault) faults.push(`${type} (schema ${schema}): ${fault}`);
    shapes[type] = { ...shapes[type], [schema]: shape };
  }
  for (const type of Object.keys(kept)) if (!(type in today)) faults.push(`${type} is gone`);
  return { shapes: Object.fromEntries(Object.entries(shapes).sort()), faults };
}

/** Nothing is asked of the registries but what they hold. */
async function metricsText() {
  const { openMetrics } = await built('gateway/dist/metrics.js');
  const { openRunnerMetrics } = await built('projections/dist/metrics.js');
  return metricsDocument(
    openMetrics({}).registry.getMetricsAsArray(),
    openRunnerMetrics({}).registry.getMetricsAsArray(),
  );
}

async function documents() {
  const types = openTypes(root);
  const { currentSchema } = await built('domain/dist/index.js');
  const { catalogues } = await built('gateway/dist/messages/message.js');
  const parts = streams.map(([name, stream, file, union]) => ({
    name,
    stream,
    events: eventsOf(types, exportedType(types, `domain/src/${file}`, union)),
  }));
  const all = Object.assign({}, ...parts.map(({ events }) => events));
  const schemas = Object.fromEntries(Object.keys(all).map((type) => [type, currentSchema(type)]));
  const today = Object.fromEntries(Object.entries(all).map(([type, shape]) => [type, bare(shape)]));
  const kept = JSON.parse((await textOf(files.shapes)) || '{}');
  const { shapes, faults } = shapesWith(kept, today, schemas);
  const facts = await factsOfRejections(['domain/src', 'gateway/src'].map((at) => `${root}${at}`));
  const texts = new Map([
    [files.events, eventsDocument(parts, schemas)],
    [files.shapes, `${JSON.stringify(shapes, null, 1)}\n`],
    [files.rejections, rejectionsDocument(catalogues, facts)],
    [files.metrics, await metricsText()],
  ]);
  return { texts, faults };
}

async function main(check) {
  const { texts, faults } = await documents();
  for (const fault of faults)
    console.error(`a stored shape changed without a new schema number and an upcaster: ${fault}`);
  if (faults.length > 0) return 1;
  let stale = 0;
  for (const [path, text] of texts) {
    if ((await textOf(path)) === text) continue;
    if (check) console.error(`${path.slice(root.length)} is out of date; run \`pnpm run docs\``);
    else await writeFile(path, text);
    stale += 1;
  }
  return check && stale > 0 ? 1 : 0;
}

const [option, ...rest] = process.argv.slice(2);
if (option === '--help') process.stdout.write(help);
else if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  process.stderr.write(help);
  process.exitCode = 2;
} else process.exitCode = await main(option === '--check');
