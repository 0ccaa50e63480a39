import {
  bundleFiles,
  type EventProof,
  type HeadLine,
  isEventProof,
  isHeadLine,
  isManifest,
  isManifestSignature,
  type Manifest,
  manifestText,
} from './bundle.ts';
import { type ChainLink, followsInStream } from './chainLink.ts';
import type { ReportFault } from './fault.ts';
import { provesHead } from './heads.ts';
import { lineLink } from './lineLink.ts';
import { rootOfPath } from './merkle.ts';
import { OpeningLines } from './openingLines.ts';
import type { OpeningCounts } from './openingsCheck.ts';
import { isSeal, isSigned, type Seal } from './seal.ts';
import { SealChain, type TrustedSeals } from './sealChain.ts';
import { knownSeal, type Verified, verifyLog } from './verifyLog.ts';

/** Where a bundle's files are. */
export interface BundleSource {
  names(): readonly string[];
  /** Undefined where there is no such file. */
  text(name: string): string | undefined;
  sha256(name: string): string | undefined;
  /** Without their ends; none where there is no such file. */
  lines(name: string): Iterable<string>;
}

export interface VerifiedBundle extends Verified {
  readonly openings: OpeningCounts;
  readonly manifest: Manifest;
  /** Whether the manifest is signed with a key that the log was sealed with. */
  readonly signed: boolean;
}

/** Verifies a bundle with nothing but its files. Undefined for what is no bundle at all. */
export async function verifyBundle(
  source: BundleSource,
  trusted: TrustedSeals,
  report: ReportFault,
): Promise<VerifiedBundle | undefined> {
  const text = source.text(bundleFiles.manifest);
  const manifest = text === undefined ? undefined : jsonOf(text);
  if (text === undefined || !isManifest(manifest)) return undefined;
  checkFiles(source, manifest, report);
  const keys = new Set<string>();
  const openings = new OpeningLines(source.lines(bundleFiles.openings), report);
  const links = linksOf(source, openings, report);
  const verified =
    manifest.subject.kind === 'incident'
      ? verifyIncident(source, links, manifest.subject, trusted, keys, report)
      : await verifyPeriod(source, links, manifest.subject, trusted, keys, report);
  openings.end();
  if (verified.events < manifest.events) report({ kind: 'fileChanged', file: bundleFiles.events });
  const signed = isManifestSigned(source, text, keys, report);
  // What no seal covers stands and falls with the manifest.
  if (!signed && verified.sealed < verified.events) report({ kind: 'manifestUnsigned' });
  return { ...verified, manifest, signed, openings: openings.counts };
}

function checkFiles(source: BundleSource, { files }: Manifest, report: ReportFault): void {
  const own: readonly string[] = [bundleFiles.manifest, bundleFiles.signature];
  const named = new Set([...own, ...files.map(({ name }) => name)]);
  for (const { name, sha256 } of files) {
    const actual = source.sha256(name);
    if (actual === undefined) report({ kind: 'fileMissing', file: name });
    else if (actual !== sha256) report({ kind: 'fileChanged', file: name });
  }
  for (const name of source.names())
    if (!named.has(name)) report({ kind: 'fileAdded', file: name });
}

function isManifestSigned(
  source: BundleSource,
  text: string,
  keys: ReadonlySet<string>,
  report: ReportFault,
): boolean {
  const signature = source.text(bundleFiles.signature);
  if (signature === undefined) return false;
  const given = jsonOf(signature);
  if (isManifestSignature(given) && keys.has(given.publicKey))
    if (isSigned(manifestText(text), given.publicKey, given.signature)) return true;
  report({ kind: 'manifestSignature' });
  return false;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const keysOf = ({ body }: Seal): string[] =>
  body.nextKey === undefined ? [body.publicKey] : [body.publicKey, body.nextKey];

function* linksOf(
  source: BundleSource,
  openings: OpeningLines,
  report: ReportFault,
): Generator<ChainLink> {
  let line = 0;
  for (const text of source.lines(bundleFiles.events)) {
    line += 1;
    const read = lineLink(text);
    if (read) {
      openings.check(read.link, read.data);
      yield read.link;
    } else report({ kind: 'fileUnreadable', file: bundleFiles.events, line });
  }
}

function* sealsOf(source: BundleSource, keys: Set<string>): Generator<unknown> {
  for (const text of source.lines(bundleFiles.seals)) {
    const value = jsonOf(text);
    if (isSeal(value)) for (const key of keysOf(value)) keys.add(key);
    yield value;
  }
}

function* batches(links: Iterable<ChainLink>): Generator<readonly ChainLink[]> {
  for (const link of links) yield [link];
}

const verifyPeriod = (
  source: BundleSource,
  links: Iterable<ChainLink>,
  { seal, event }: { readonly seal: number; readonly event: number },
  trusted: TrustedSeals,
  keys: Set<string>,
  report: ReportFault,
): Promise<Verified> =>
  verifyLog(batches(links), sealsOf(source, keys), trusted, report, {
    seal,
    event,
  });

/** The seals of a bundle by number; only some of the chain are there. */
function readSeals(
  source: BundleSource,
  trusted: TrustedSeals,
  keys: Set<string>,
  report: ReportFault,
): { readonly chain: SealChain; readonly seals: ReadonlyMap<number, Seal> } {
  const chain = new SealChain(report, trusted, Number.POSITIVE_INFINITY);
  const seals = new Map<number, Seal>();
  for (const value of sealsOf(source, keys)) {
    const before = chain.last;
    chain.add(value);
    if (chain.last && chain.last !== before) seals.set(chain.last.body.number, chain.last);
  }
  return { chain, seals };
}

interface IncidentSubject {
  readonly stream: string;
  readonly revision: number;
  readonly sealedRevision: number;
}

function verifyIncident(
  source: BundleSource,
  links: Iterable<ChainLink>,
  subject: IncidentSubject,
  trusted: TrustedSeals,
  keys: Set<string>,
  report: ReportFault,
): Verified {
  const { stream, revision: lastRevision, sealedRevision } = subject;
  const { chain, seals } = readSeals(source, trusted, keys, report);
  const [headText, ...proofTexts] = source.lines(bundleFiles.proofs);
  const head = headText === undefined ? undefined : jsonOf(headText);
  const proofs = new Map<number, EventProof>();
  for (const value of proofTexts.map(jsonOf))
    if (isEventProof(value)) proofs.set(value.revision, value);
  let before: ChainLink | undefined;
  let events = 0;
  for (const link of links) {
    const { revision } = link;
    events += 1;
    if (link.stream !== stream)
      report({ kind: 'inserted', stream: link.stream, revision, seal: -1 });
    else if (followsInStream(link, before, report)) before = link;
    else continue;
    if (revision > sealedRevision) continue;
    const proof = proofs.get(revision);
    const seal = proof && seals.get(proof.seal);
    if (!seal || !proof || !isProven(link, proof, seal))
      report({ kind: 'unproven', stream, revision, seal: proof?.seal ?? -1 });
    if (revision === sealedRevision) checkHead(link, head, seals, report);
  }
  const last = before?.revision ?? -1;
  const seal = isHeadLine(head) ? head.seal : -1;
  if (last < lastRevision) report({ kind: 'cut', stream, revision: lastRevision, last, seal });
  const newest = chain.last;
  return {
    events,
    streams: 1,
    seals: seals.size,
    sealed: Math.min(sealedRevision, last) + 1,
    firstKey: chain.firstKey,
    lastSeal: newest && knownSeal(newest),
  };
}

function isProven({ hash }: ChainLink, { index, path }: EventProof, { body }: Seal): boolean {
  return rootOfPath(hash, index, body.to - body.from, path) === body.events;
}

/** The event is the stream's newest under the seal: none after it was left out. */
function checkHead(
  link: ChainLink,
  head: unknown,
  seals: ReadonlyMap<number, Seal>,
  report: ReportFault,
): void {
  const { stream, revision } = link;
  const proof: HeadLine | undefined = isHeadLine(head) ? head : undefined;
  const seal = proof && seals.get(proof.seal);
  const newest = Math.max(...seals.keys());
  if (proof && seal && seal.body.number === newest && provesHead(link, proof, seal.body.heads))
    return;
  report({ kind: 'unproven', stream, revision, seal: proof?.seal ?? -1 });
}
