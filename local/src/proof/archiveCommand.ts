import { hash, type KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  decode,
  type Incident,
  type IncidentEvent,
  type LogEvent,
  mayArchive,
  type Stored,
} from '@tocsin/domain';
import { bundleFiles, knownSeal, publicKeyText, verifyBundle } from '@tocsin/domain/proof';
import { type AsOf, openRawLog, type RawLog, type Store } from '@tocsin/domain/store';
import { connect } from '../connect.ts';
import { dataFolderPath } from '../dataFolder.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { shellMeta, traceExport } from './accessTrace.ts';
import { bundleFolder } from './bundleFolder.ts';
import { BundleWriter } from './bundleWriter.ts';
import { Disclosure } from './disclosure.ts';
import { EventFiles } from './eventFiles.ts';
import { dueKey, newestSeal, writeReports, writeTools } from './exportCommand.ts';
import { exportStream } from './exportIncident.ts';
import { sealKeyPath, sealKeys } from './sealKeys.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly before: string;
  readonly to: string;
  readonly by?: string;
  readonly reason?: string;
  readonly data?: string;
  readonly list?: boolean;
}

type Newest = NonNullable<Awaited<ReturnType<typeof newestSeal>>>;

interface Archiving {
  readonly store: Store;
  readonly log: RawLog;
  readonly newest: Newest;
  readonly key: KeyObject | undefined;
  readonly flags: Flags;
  /** ISO 8601. */
  readonly before: string;
}

/** `tocsin archive`: signed bundles of the incidents whose time has come; says what stays, and why. */
export async function runArchive(argv: string[]): Promise<void> {
  const { archiveHelp: help } = words;
  const command = newCommand('tocsin archive', help.description)
    .requiredOption('--before <time>', help.before)
    .requiredOption('--to <folder>', help.to)
    .option('--list', help.list)
    .option('--by <name>', help.by)
    .option('--reason <text>', help.reason)
    .option('--data <folder>', help.data)
    .addHelpText('after', help.contents)
    .action(archive);
  await runCommand(command, argv);
}

async function archive(flags: Flags): Promise<void> {
  const before = new Date(flags.before);
  if (Number.isNaN(before.getTime()))
    throw new UserError(words.timeInvalid(flags.before), { exitCode: 2 });
  const dataDir = dataFolderPath(flags.data);
  const keyPath = sealKeyPath(dataDir);
  const keys = existsSync(keyPath) ? sealKeys(keyPath) : [];
  const connection = await connect(flags.data === undefined ? {} : { dataDir: flags.data });
  const log = openRawLog(connection.url);
  try {
    const newest = await newestSeal(log, dataDir, keyPath, keys);
    if (!newest) throw new UserError(words.noSealsToExport);
    const key = keys.find((one) => publicKeyText(one) === dueKey(newest.seal));
    const { store } = connection;
    await archiveAll({ store, log, newest, key, flags, before: before.toISOString() });
  } finally {
    await log.close();
    await connection.close();
  }
}

const prefix = 'incident-';

async function archiveAll(archiving: Archiving): Promise<void> {
  const { store, newest, before, flags } = archiving;
  const now = new Date().toISOString();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let archived = 0;
  let kept = 0;
  for (const { stream } of [...newest.heads.all()]) {
    if (!stream.startsWith(prefix)) continue;
    const id = stream.slice(prefix.length);
    const read = await store.readIncident(id);
    if (!read) continue;
    const allowed = mayArchive(read.state, await store.readCity(read.state.city), { before, now });
    if (!allowed.may) {
      kept += 1;
      say(words.stays(id, allowed.why, 'until' in allowed ? allowed.until : undefined));
      continue;
    }
    archived += 1;
    if (flags.list) say(words.wouldGo(id, allowed.rule));
    else say(words.archivedOne(id, await archiveOne(archiving, read, allowed.rule)));
  }
  say(flags.list ? words.archiveListed(archived, kept) : words.archiveDone(archived, kept));
}

/**
 * Copies one record, checks the copy, and says so in the record. Gives the copy's folder. A copy
 * whose record could not be told of is of no harm: the next run makes another.
 */
async function archiveOne(
  { store, log, newest, key, flags }: Archiving,
  { state, revision }: AsOf<Incident>,
  rule: string,
): Promise<string> {
  const { id, city } = state;
  const root = resolve(flags.to);
  const made = new Date().toISOString();
  const folder = join(root, `${id}-${made.slice(0, 10)}`);
  const reason = flags.reason === undefined ? {} : { reason: flags.reason };
  await traceExport(store, flags.by, { what: 'tocsin archive', incident: id, city, ...reason });
  mkdirSync(root, { recursive: true });
  const writer = new BundleWriter(folder);
  // What is archived can't be erased any more, so callers are left out.
  const disclosure = new Disclosure(['personal'], { find: () => undefined });
  const shown: LogEvent[] = [];
  const files = new EventFiles(writer, disclosure, (event) => shown.push(decode(event)));
  const exported = await exportStream(log, newest, `${prefix}${id}`, writer, files);
  const subject = exported?.subject;
  if (!exported || subject?.kind !== 'incident' || subject.sealedRevision !== subject.revision)
    throw new UserError(words.notSealedYet(id));
  await writeReports(store, shown as Stored<IncidentEvent>[], writer);
  writeTools(writer);
  const { redaction: redacted } = disclosure;
  const known = { newestSeal: knownSeal(newest.seal) };
  writer.finish({ ...exported, made, ...(redacted && { redacted }), ...known }, key);
  await check(folder);
  const manifest = hash('sha256', readFileSync(join(folder, bundleFiles.manifest)), 'hex');
  const data = { manifest, revision: subject.revision, rule };
  const meta = {
    ...shellMeta(flags.by),
    ...(revision === undefined ? {} : { expectedRevision: revision }),
  };
  const outcome = await store.incident(id, { type: 'RecordArchive', data }, meta);
  if (outcome.kind !== 'accepted') throw new UserError(words.wentOnMeanwhile(id));
  const line = { incident: id, city, folder: `${id}-${made.slice(0, 10)}`, made, ...data };
  appendFileSync(join(root, 'archive.jsonl'), `${JSON.stringify(line)}\n`);
  return folder;
}

/** A copy that does not verify is none. */
async function check(folder: string): Promise<void> {
  let faults = 0;
  const verified = await verifyBundle(bundleFolder(folder), {}, () => {
    faults += 1;
  });
  if (!verified || faults > 0) throw new UserError(words.copyDoesNotVerify(folder, faults));
}
