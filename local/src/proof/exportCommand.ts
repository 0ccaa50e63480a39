import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  activityLog,
  afterActionReport,
  decode,
  type IncidentEvent,
  incidentDecider,
  type LogEvent,
  type RawEvent,
  type Stored,
  statusSummary,
} from '@tocsin/domain';
import { knownSeal, publicKeyText, type Seal } from '@tocsin/domain/proof';
import { openRawLog, type RawLog, type Store } from '@tocsin/domain/store';
import { connect } from '../connect.ts';
import { dataFolderPath } from '../dataFolder.ts';
import { openKeys } from '../keys/openKeys.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { type Exporting, traceExport } from './accessTrace.ts';
import { BundleWriter } from './bundleWriter.ts';
import { Disclosure, type RedactKind } from './disclosure.ts';
import { EventFiles } from './eventFiles.ts';
import { exportStream } from './exportIncident.ts';
import { type Exported, exportPeriod } from './exportPeriod.ts';
import { HeadCache } from './headCache.ts';
import { incidentOfNumber } from './incidentOfNumber.ts';
import { keepLastSeal, keptLastSeal } from './lastSeal.ts';
import { Sealer } from './sealer.ts';
import { sealKeyPath, sealKeys } from './sealKeys.ts';
import { headCachePath } from './startSealing.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly incident?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly data?: string;
  readonly redact?: string | true;
}

/** `tocsin export`: a bundle that `tocsin verify BUNDLE` checks with no server and no network. */
export async function runExport(argv: string[]): Promise<void> {
  const { exportHelp: help } = words;
  const command = newCommand('tocsin export', help.description)
    .option('--incident <id>', help.incident)
    .option('--from <time>', help.from)
    .option('--to <time>', help.to)
    .option('--out <folder>', help.out)
    .option('--by <name>', help.by)
    .option('--reason <text>', help.reason)
    .option('--redact [kinds]', help.redact)
    .option('--data <folder>', help.data)
    .addHelpText('after', help.contents)
    .action(exportBundle);
  await runCommand(command, argv);
}

type Wanted =
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'period'; readonly from: string; readonly to: string };

function timeOf(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new UserError(words.timeInvalid(text), { exitCode: 2 });
  return time.toISOString();
}

function wantedOf({ incident, from, to }: Flags): Wanted {
  if (incident !== undefined && from === undefined && to === undefined)
    return { kind: 'incident', id: incident };
  if (incident !== undefined || from === undefined)
    throw new UserError(words.whatToExport, { exitCode: 2 });
  const end = to === undefined ? new Date().toISOString() : timeOf(to);
  return { kind: 'period', from: timeOf(from), to: end };
}

const allKinds: readonly RedactKind[] = ['personal', 'text'];

/** `--redact` leaves out both; `--redact personal` and `--redact text` the one. */
function kindsOf(redact: string | true | undefined): readonly RedactKind[] {
  if (redact === undefined) return [];
  if (redact === true) return allKinds;
  const named = redact.split(',').map((one) => allKinds.find((kind) => kind === one.trim()));
  if (named.includes(undefined)) throw new UserError(words.redactInvalid(redact), { exitCode: 2 });
  return allKinds.filter((kind) => named.includes(kind));
}

async function exportBundle(flags: Flags): Promise<void> {
  const wanted = wantedOf(flags);
  const kinds = kindsOf(flags.redact);
  const dataDir = dataFolderPath(flags.data);
  const connection = await connect(flags.data === undefined ? {} : { dataDir: flags.data });
  const log = openRawLog(connection.url);
  const keys = await openKeys(dataDir);
  const disclosure = new Disclosure(kinds, keys);
  try {
    await writeBundle({ store: connection.store, log, dataDir, disclosure }, wanted, flags);
  } finally {
    await keys.close();
    await log.close();
    await connection.close();
  }
}

interface Sources {
  readonly store: Store;
  readonly log: RawLog;
  readonly dataDir: string;
  readonly disclosure: Disclosure;
}

async function writeBundle(
  { store, log, dataDir, disclosure }: Sources,
  wanted: Wanted,
  { out, by, reason }: Flags,
): Promise<void> {
  const keyPath = sealKeyPath(dataDir);
  const keys = existsSync(keyPath) ? sealKeys(keyPath) : [];
  const id = wanted.kind === 'incident' ? await incidentOfNumber(dataDir, wanted.id) : '';
  const name = wanted.kind === 'incident' ? id : `${wanted.from}-${wanted.to}`.replaceAll(':', '');
  await traceExport(store, by, await aboutOf(store, wanted, id, reason));
  const newest = await newestSeal(log, dataDir, keyPath, keys);
  const writer = new BundleWriter(resolve(out ?? `tocsin-${name}`));
  let exported: Exported | undefined;
  const shown: LogEvent[] = [];
  const keep = (event: RawEvent): void => void shown.push(decode(event));
  const files = new EventFiles(writer, disclosure, wanted.kind === 'incident' ? keep : undefined);
  if (wanted.kind === 'period') {
    if (!newest) throw new UserError(words.noSealsToExport);
    exported = await exportPeriod(log, newest.seal, wanted, writer, files);
  } else {
    exported = await exportStream(log, newest, `incident-${id}`, writer, files);
    if (!exported) throw new UserError(words.noIncident(id));
    await writeReports(store, shown as Stored<IncidentEvent>[], writer);
  }
  writeTools(writer);
  const key = keys.find((one) => publicKeyText(one) === dueKey(newest?.seal));
  const made = new Date().toISOString();
  const { redaction: redacted } = disclosure;
  const known = newest && { newestSeal: knownSeal(newest.seal) };
  writer.finish({ ...exported, made, ...(redacted && { redacted }), ...known }, key);
  for (const line of words.disclosed(disclosure)) process.stdout.write(`${line}\n`);
  process.stdout.write(`${words.exported(exported.events, writer.folder, key !== undefined)}\n`);
}

const verifierPath = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url));

/** What every bundle has beside the record: how it is checked, and with what. */
export function writeTools(writer: BundleWriter): void {
  writer.whole('README.txt', words.bundleReadme);
  writer.whole('verify.mjs', readFileSync(verifierPath, 'utf8'));
}

/** What the access log is told of the export. */
async function aboutOf(
  store: Store,
  wanted: Wanted,
  id: string,
  reason: string | undefined,
): Promise<Exporting> {
  const what = 'tocsin export';
  const why = reason === undefined ? {} : { reason };
  if (wanted.kind === 'period') return { what, detail: `${wanted.from} – ${wanted.to}`, ...why };
  const city = (await store.readIncident(id))?.state.city;
  return { what, incident: id, ...(city === undefined ? {} : { city }), ...why };
}

/** The key that the next seal, and a manifest, is signed with. */
export const dueKey = (seal: Seal | undefined): string | undefined =>
  seal && (seal.body.nextKey ?? seal.body.publicKey);

/** Seals what is there, where the key is at hand; gives the newest seal with the heads under it. */
export async function newestSeal(
  log: RawLog,
  dataDir: string,
  keyPath: string,
  keys: readonly KeyObject[],
): ReturnType<Sealer['headsUnderNewest']> {
  const path = headCachePath(dataDir);
  const cache = existsSync(path) ? new HeadCache(path, { readOnly: true }) : undefined;
  const lastSeal = keptLastSeal(keyPath);
  const sealer = new Sealer({
    log,
    keys,
    ...(cache && { cache }),
    ...(lastSeal && { lastSeal }),
    onSeal: (seal) => keepLastSeal(keyPath, seal),
  });
  try {
    if (keys.length > 0) await sealer.sealAll();
    return await sealer.headsUnderNewest();
  } finally {
    await cache?.close();
  }
}

/** The reports of what the bundle shows, which may be less than the store has. */
export async function writeReports(
  store: Store,
  events: readonly Stored<IncidentEvent>[],
  writer: BundleWriter,
): Promise<void> {
  const incident = events.reduce(incidentDecider.evolve, incidentDecider.initial);
  const city = await store.readCity(incident.city);
  const departments = new Set([...incident.tasks.values()].map((one) => one.department));
  for (const language of ['zh', 'en'] as const) {
    writer.whole(`report.${language}.html`, afterActionReport(events, city, language).html);
    writer.whole(`ics-209.${language}.html`, statusSummary(events, city, language).html);
    for (const department of departments) {
      const log = activityLog(events, city, language, { department });
      writer.whole(`ics-214.${department}.${language}.html`, log.html);
    }
  }
}
