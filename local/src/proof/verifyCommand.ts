import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { KeyStore } from '@tocsin/domain';
import {
  type ChainLink,
  OpeningsCheck,
  type TrustedSeals,
  type Verified,
  verifyBundle,
  verifyLog,
} from '@tocsin/domain/proof';
import { openRawLog, StoreError } from '@tocsin/domain/store';
import { dataFolderPath } from '../dataFolder.ts';
import { keyStorePath, openKeys } from '../keys/openKeys.ts';
import { newCommand, runCommand } from '../newCommand.ts';
import { UserError } from '../userError.ts';
import { withoutPassword } from '../withoutPassword.ts';
import { bundleFolder } from './bundleFolder.ts';
import { fileSeals } from './fileLog.ts';
import { keptLastSeal } from './lastSeal.ts';
import { logLinks } from './logLinks.ts';
import { Findings, type Outcome, outcomeJson, outcomeLines } from './outcome.ts';
import { publicKeyPath, sealKeyPath } from './sealKeys.ts';
import { storeLinks, storeSeals } from './storeLog.ts';
import { trustedSeals } from './verifyOptions.ts';
import { VerifyProgress } from './verifyProgress.ts';
import { words } from './words/words.ts';

interface Flags {
  readonly data?: string;
  readonly store?: string;
  readonly key?: string;
  readonly known?: readonly string[];
  readonly json?: boolean;
}

/** `tocsin verify [BUNDLE]`. Exits with 1 where a fault was found, with 2 where it could not look. */
export async function runVerify(argv: string[]): Promise<void> {
  const { verifyHelp: help } = words;
  const more = (value: string, before: readonly string[] = []) => [...before, value];
  const command = newCommand('tocsin verify', help.description)
    .argument('[bundle]', help.bundle)
    .option('--data <folder>', help.data)
    .option('--store <url>', help.store)
    .option('--key <id>', help.key)
    .option('--known <seal>', help.known, more)
    .option('--json', help.json)
    .addHelpText('after', help.codes)
    .action((bundle: string | undefined, flags: Flags) => verify(bundle, flags));
  await runCommand(command, argv);
}

async function verify(bundle: string | undefined, flags: Flags): Promise<void> {
  const findings = new Findings();
  const outcome = await found(bundle, flags, findings);
  const text = flags.json
    ? outcomeJson(outcome, findings)
    : outcomeLines(outcome, findings).join('\n');
  process.stdout.write(`${text}\n`);
  if (findings.count > 0) process.exitCode = 1;
}

function found(
  bundle: string | undefined,
  { data, store, key, known, json }: Flags,
  findings: Findings,
): Promise<Outcome> {
  const progress = new VerifyProgress(json !== true);
  if (bundle !== undefined) return ofBundle(resolve(bundle), trustedSeals(key, known), findings);
  const dataDir = dataFolderPath(data);
  const trusted = trustedOf(dataDir, key, known);
  const url = store ?? (data === undefined ? process.env.EVENTSTORE_URL || undefined : undefined);
  if (url !== undefined) return ofStore(url, dataDir, trusted, findings, progress);
  return ofFile(join(dataDir, 'eventstore', 'log.bin'), dataDir, trusted, findings, progress);
}

/** Beside what was named: the public key and the newest seal that lie beside the private key. */
function trustedOf(
  dataDir: string,
  key: string | undefined,
  known: readonly string[] | undefined,
): TrustedSeals {
  const keyPath = sealKeyPath(dataDir);
  const publicKey = publicKeyPath(keyPath);
  const trusted = trustedSeals(key ?? (existsSync(publicKey) ? publicKey : undefined), known);
  const last = keptLastSeal(keyPath);
  return last ? { ...trusted, known: [...(trusted.known ?? []), last] } : trusted;
}

async function ofBundle(
  folder: string,
  trusted: TrustedSeals,
  findings: Findings,
): Promise<Outcome> {
  const verified = await verifyBundle(bundleFolder(folder), trusted, findings.add);
  if (!verified) throw new UserError(words.notABundle(folder), { exitCode: 2 });
  return { verified, signed: verified.signed, openings: verified.openings };
}

async function ofFile(
  path: string,
  dataDir: string,
  trusted: TrustedSeals,
  findings: Findings,
  progress: VerifyProgress,
): Promise<Outcome> {
  if (!existsSync(path)) throw new UserError(words.noLog(path), { exitCode: 2 });
  progress.begin(path);
  const keys = await keysAtHand(dataDir);
  const openings = new OpeningsCheck(findings.add, keys);
  const links = progress.counted(logLinks(path, findings.add, openings));
  const verified = await verifyLog(links, fileSeals(path), trusted, findings.add);
  progress.end();
  await keys?.close();
  return { verified, openings: openings.counts };
}

async function ofStore(
  url: string,
  dataDir: string,
  trusted: TrustedSeals,
  findings: Findings,
  progress: VerifyProgress,
): Promise<Outcome> {
  const log = openRawLog(url);
  progress.begin(withoutPassword(url));
  const keys = await keysAtHand(dataDir);
  const openings = new OpeningsCheck(findings.add, keys);
  try {
    const links: AsyncIterable<ChainLink[]> = storeLinks(log, findings.add, openings);
    const verified: Verified = await verifyLog(
      progress.counted(links),
      storeSeals(log),
      trusted,
      findings.add,
    );
    progress.end();
    return { verified, openings: openings.counts };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new UserError(words.storeGone(withoutPassword(url)), { cause: error, exitCode: 2 });
  } finally {
    await log.close();
    await keys?.close();
  }
}

/** The keys to personal data, where they are there: looking makes none. */
const keysAtHand = async (dataDir: string): Promise<KeyStore | undefined> =>
  existsSync(keyStorePath(dataDir)) ? openKeys(dataDir).catch(() => undefined) : undefined;
