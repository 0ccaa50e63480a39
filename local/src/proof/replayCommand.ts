import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import {
  afterActionReport,
  decode,
  type Incident,
  type IncidentEvent,
  incidentDecider,
  type Stored,
} from '@tocsin/domain';
import { bundleFiles, isOpeningLine, type OpeningLine, verifyBundle } from '@tocsin/domain/proof';
import { language } from '../../bin/words.mjs';
import { newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { bundleFolder } from './bundleFolder.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly revision?: string;
  readonly json?: boolean;
}

/** `tocsin replay BUNDLE`: an incident as it stood, from its bundle or the archive alone. */
export async function runReplay(argv: string[]): Promise<void> {
  const { replayHelp: help } = words;
  const command = newCommand('tocsin replay', help.description)
    .argument('<bundle>', help.bundle)
    .option('--revision <number>', help.revision)
    .option('--json', help.json)
    .action(replay);
  await runCommand(command, argv);
}

async function replay(bundle: string, { revision, json }: Flags): Promise<void> {
  const folder = resolve(bundle);
  let faults = 0;
  const verified = await verifyBundle(bundleFolder(folder), {}, () => {
    faults += 1;
  });
  if (!verified) throw new UserError(words.notABundle(folder), { exitCode: 2 });
  if (faults > 0) throw new UserError(words.replayNeedsProof(folder));
  const events = eventsOf(folder);
  const last = revision === undefined ? events.length - 1 : Number(revision);
  if (!events[last]) throw new UserError(words.noRevision(revision ?? ''), { exitCode: 2 });
  const shown = events.slice(0, last + 1);
  const text = json
    ? JSON.stringify({ revision: last, incident: stateOf(shown) }, plain, 2)
    : afterActionReport(shown, undefined, language()).markdown;
  process.stdout.write(`${text}\n`);
}

/** An incident's events, from the lines that were hashed. Throws a `UserError` for a period's. */
export function eventsOf(folder: string): readonly Stored<IncidentEvent>[] {
  const events: Stored<IncidentEvent>[] = [];
  const openings = openingsIn(folder);
  for (const line of bundleFolder(folder).lines(bundleFiles.events)) {
    const { id, stream, type, revision, data, metadata } = JSON.parse(line);
    if (!String(stream).startsWith('incident-')) throw new UserError(words.replayOneIncident);
    const beside = openings.get(String(revision));
    const own = { ...metadata, hash: hash('sha256', line, 'hex'), openings: beside };
    const at = BigInt(revision);
    // Its place in the whole log is not in a bundle; nothing of an incident goes by it.
    const raw = { id, streamId: stream, revision: at, commit: at, type, data, metadata: own };
    events.push(decode(raw) as Stored<IncidentEvent>);
  }
  return events;
}

/** What the bundle shows of what its events were committed to, by revision. */
function openingsIn(folder: string): ReadonlyMap<string, OpeningLine['openings']> {
  const openings = new Map<string, OpeningLine['openings']>();
  for (const line of bundleFolder(folder).lines(bundleFiles.openings)) {
    const read: unknown = JSON.parse(line);
    if (isOpeningLine(read)) openings.set(String(read.revision), read.openings);
  }
  return openings;
}

const stateOf = (events: readonly Stored<IncidentEvent>[]): Incident =>
  events.reduce((state, event) => incidentDecider.evolve(state, event), incidentDecider.initial);

/** Maps and sets as JSON has them. */
export const plain = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
};
