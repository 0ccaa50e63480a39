import type { Retention } from '@tocsin/domain';
import type { OpeningCounts, ProofFault, Withheld } from '@tocsin/domain/proof';

export interface DisclosureFigures {
  readonly kinds: readonly string[];
  readonly withheld: Readonly<Record<Withheld, number>>;
  readonly inClear: number;
}

type StaysWhy = Extract<Retention, { readonly may: false }>['why'];

const range = (from: number, to: number): string =>
  from + 1 === to ? `event ${from}` : `events ${from} to ${to - 1}`;

/** What is wrong, in a sentence that names the stream and the revision. */
function fault(found: ProofFault): string {
  switch (found.kind) {
    case 'changed':
      return `${found.stream}, revision ${found.revision}: it was changed; its contents do not give the hash it carries.`;
    case 'openingChanged':
      return `${found.stream}, revision ${found.revision}, ${found.field}: what is shown of it is not what was recorded; it was changed.`;
    case 'openingMissing':
      return `${found.stream}, revision ${found.revision}, ${found.field}: what was recorded is not there, and nothing says that it was left out.`;
    case 'unchained':
      return `${found.stream}, revision ${found.revision}: it does not follow from the event before it; one of the two was changed or replaced.`;
    case 'missing':
      return found.revision + 1 === found.next
        ? `${found.stream}, revision ${found.revision}: it is not there; it was removed.`
        : `${found.stream}, revisions ${found.revision} to ${found.next - 1}: they are not there; they were removed.`;
    case 'misplaced':
      return `${found.stream}, revision ${found.revision}: it stands after a later one, or a second time; it was moved or inserted.`;
    case 'malformed':
      return `${found.stream}, revision ${found.revision}: it has not the form of an event of Tocsin.`;
    case 'hidden':
      return `${found.stream}: something was written to the log that hides or ends this stream.`;
    case 'unlikeSeal':
      return `${found.stream}, revision ${found.revision}: it is not the event that seal ${found.seal} covers; something after revision ${found.after} was forged, with the hashes recomputed.`;
    case 'cut':
      return found.last < 0
        ? `${found.stream}: seal ${found.seal} covers it up to revision ${found.revision}, and nothing of it is there; the stream was removed.`
        : `${found.stream}: seal ${found.seal} covers it up to revision ${found.revision}, but it ends with revision ${found.last}; its end was cut off.`;
    case 'inserted':
      return `${found.stream}, revision ${found.revision}: it was not there when ${found.seal < 0 ? 'the record was made' : `seal ${found.seal} was made`}; it was inserted.`;
    case 'eventsUnlikeSeal':
      return `Seal ${found.seal}: ${range(found.from, found.to)} of the log are not those that it covers, or not in their order.`;
    case 'headsUnlikeSeal':
      return `Seal ${found.seal}: the newest events of all streams are not those that it covers.`;
    case 'logCut':
      return `The log has ${found.events} events, but seal ${found.seal} covers ${found.sealed}; its end was cut off.`;
    case 'sealMalformed':
      return `Seal ${found.seal}: it has not the form of a seal.`;
    case 'sealSignature':
      return `Seal ${found.seal}: its signature does not hold; it was changed or replaced.`;
    case 'sealKey':
      return `Seal ${found.seal}: it was made with a key that is not the known one and that no seal introduced (${found.key}).`;
    case 'sealChain':
      return `Seal ${found.seal}: it does not follow from the seal before it.`;
    case 'sealMissing':
      return `Seal ${found.seal}: it is not there; the log is an older copy, or the seal was removed.`;
    case 'sealUnlikeKnown':
      return `Seal ${found.seal}: it is not the one that was kept elsewhere; the log was made anew.`;
    case 'fileChanged':
      return `${found.file}: it is not the file that the manifest names.`;
    case 'fileMissing':
      return `${found.file}: the manifest names it, and it is not there.`;
    case 'fileAdded':
      return `${found.file}: the manifest does not name it.`;
    case 'fileUnreadable':
      return `${found.file}, line ${found.line}: it is not an event in its canonical form.`;
    case 'manifestSignature':
      return 'manifest.json: its signature does not hold, or is not by a key that the log was sealed with.';
    case 'manifestUnsigned':
      return 'manifest.json: it is not signed, and not every event is covered by a seal; nothing shows that those are whole.';
    case 'unproven':
      return `${found.stream}, revision ${found.revision}: its proof does not lead to ${found.seal < 0 ? 'any seal' : `seal ${found.seal}`}; it, or something after it, was changed or left out.`;
    case 'damaged':
      return `The log file can't be read from byte ${found.byte} on.`;
  }
}

export const en = {
  fault,
  keyUnusable: (path: string, cause: string) =>
    `The sealing key ${path} can't be used (${cause}). It must be a private Ed25519 key in PEM; restore it, or set TOCSIN_SEAL_KEY_FILE.`,
  secondsInvalid: (given: string) =>
    `TOCSIN_SEAL_SECONDS must be a number of seconds from 0 (no seals) to 86400, not "${given}".`,

  events: (events: number, streams: number) =>
    `${events.toLocaleString('en')} events in ${streams.toLocaleString('en')} streams were checked.`,
  seals: (seals: number, sealed: number, number: number, time: string) =>
    `${seals.toLocaleString('en')} seals cover ${sealed.toLocaleString('en')} of them; the last is number ${number}, of ${time}.`,
  noSeals:
    'There is no seal yet: whoever can write to the log could have made all of it anew. Tocsin seals it while it runs.',
  key: (id: string) =>
    `They begin with the key ${id}. Compare it with the one that you were given.`,
  lastSeal: (number: number, hash: string) =>
    `Keep the last seal elsewhere to know an older copy of the log: --known ${number}:${hash}`,
  unsealed: (events: number) =>
    `${events.toLocaleString('en')} of the events are newer than the last seal: chained, but not sealed.`,
  unsigned:
    'The manifest is not signed: the seals prove the events, nothing proves the reports and lists beside them.',
  openings: ({ erased, closed, redacted }: OpeningCounts): string[] => [
    ...(erased > 0
      ? [`Erased persons: ${erased.toLocaleString('en')}; their keys were destroyed.`]
      : []),
    ...(closed > 0
      ? [`Encrypted, and not opened for want of the key: ${closed.toLocaleString('en')} persons.`]
      : []),
    ...(redacted > 0
      ? [`Left out of this export, each listed: ${redacted.toLocaleString('en')} fields.`]
      : []),
  ],
  moreFaults: (count: number) => `… and ${count.toLocaleString('en')} more`,
  verified: 'It verifies: nothing was changed, removed, inserted or reordered.',
  notVerified: (count: number) => `It does NOT verify: ${count.toLocaleString('en')} found.`,
  progress: (events: number, rate: number) =>
    `${events.toLocaleString('en')} events, ${rate.toLocaleString('en')}/s`,
  checking: (what: string) => `Verifying ${what}`,

  verifyHelp: {
    description:
      'Check that nothing in the record was changed, removed, inserted or reordered: the log of the data folder (also while it runs), a server’s, or a bundle.',
    bundle: 'the folder of a bundle that `tocsin export` made',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    store:
      'the log as this server gives it, instead of the data folder’s file (also EVENTSTORE_URL)',
    key: 'the id of the key that the first seal must be made with, or a file with the public key',
    known: 'a seal that was kept elsewhere; may be repeated',
    json: 'the result as JSON',
    codes: `
Exit codes: 0 it verifies, 1 it does not, 2 it could not be checked.`,
  },
  standaloneHelp: `node verify.mjs [BUNDLE] [--key ID] [--known NUMBER:HASH] [--json]

Checks a bundle of Tocsin with no server and no network. BUNDLE is its folder (default: the
one that verify.mjs lies in). Exit codes: 0 it verifies, 1 it does not, 2 it could not be checked.`,
  notABundle: (path: string) =>
    `${path} is no bundle: it has no manifest.json of the form that "tocsin export" writes.`,
  noLog: (path: string) =>
    `There is no log at ${path}. Name the data folder with --data, or a server with --store.`,
  knownInvalid: (given: string) => `--known must look like 12:<64 hex digits>, not "${given}".`,
  keyInvalid: (given: string) =>
    `--key must be a key’s id (64 hex digits) or a file with a public key, not "${given}".`,
  storeGone: (cause: string) => `The event store does not answer (${cause}).`,

  archiveHelp: {
    description:
      'Copy the incidents whose time has come into an archive: signed bundles that verify and replay by themselves. Says what stays, and why.',
    before: 'only what ended before this time (ISO 8601)',
    to: 'the folder of the archive; each record gets a folder in it',
    list: 'only say what would go and what would stay',
    by: 'who has it done, for the access log',
    reason: 'why, for the access log',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    contents: `
What may go is said by "retention" in the city's rules; a legal hold keeps a record. The log is
one chain under its seals, so nothing is removed from it: the archive is a verified copy, and the
record says that it was made. Check with tocsin verify, look with tocsin replay.`,
  },
  archivedOne: (id: string, folder: string) => `${id}: archived in ${folder}`,
  wouldGo: (id: string, rule: string) => `${id}: would be archived (${rule})`,
  stays: (id: string, why: StaysWhy, until?: string) => {
    const said = {
      open: 'it has not ended',
      held: 'it is under a legal hold',
      archived: 'it is archived already',
      openActions: 'a corrective action is still open',
      noRule: 'no rule of retention fits it',
      tooYoung: `it is kept until ${until}`,
      endedLater: `it did not end before ${until}`,
    };
    return `${id}: stays, ${said[why]}`;
  },
  archiveDone: (archived: number, kept: number) => `${archived} archived, ${kept} stay.`,
  archiveListed: (archived: number, kept: number) => `${archived} would be archived, ${kept} stay.`,
  notSealedYet: (id: string) =>
    `${id} is not sealed to its end, and the sealing key is not here. Try again once Tocsin has sealed it.`,
  copyDoesNotVerify: (folder: string, faults: number) =>
    `The copy in ${folder} does not verify (${faults} found). Run tocsin verify on it and on the log.`,
  wentOnMeanwhile: (id: string) =>
    `${id} changed while it was copied. Its copy is not counted; run the command again.`,
  replayHelp: {
    description:
      'Show an incident as it stood after any of its entries, from a bundle alone. The bundle is verified first.',
    bundle: 'the folder of an incident’s bundle',
    revision: 'up to this entry, from 0 (default: the last)',
    json: 'the whole state as JSON',
  },
  replayNeedsProof: (folder: string) =>
    `${folder} does not verify, so it is not shown. Run tocsin verify on it.`,
  replayOneIncident: 'A period is no one incident; name an incident’s bundle.',
  noRevision: (given: string) =>
    `--revision must be the number of an entry, from 0, not "${given}".`,
  exportHelp: {
    by: 'who exports, for the access log',
    reason: 'why, for the access log',
    description:
      'Write an incident or a period as a bundle that can be verified with no server and no network.',
    incident: 'the incident: its id, or its number on the boards while Tocsin runs',
    from: 'a period instead: from this time on (ISO 8601)',
    to: 'up to this time (default: now)',
    out: 'the folder to write, new or empty (default: tocsin-… here)',
    redact: 'leave out callers and free text; with "personal" or "text" only that',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    contents: `
The folder holds the events as they were hashed, the seals and proofs, the timeline as CSV, the
attachments' digests, the after-action report in both languages (of an incident), a manifest
signed with the sealing key where it is at hand, and verify.mjs, which checks all of it.
A period goes from seal to seal: it is whole, and may reach a minute beyond both of its ends.`,
  },
  timeInvalid: (given: string) =>
    `A time must look like 2026-05-01T08:00:00+08:00, not "${given}".`,
  redactInvalid: (given: string) =>
    `--redact takes "personal", "text", or nothing for both, not "${given}".`,
  disclosed: ({ kinds, withheld, inClear }: DisclosureFigures): string[] => {
    const { redacted, erased, keyMissing } = withheld;
    return [
      ...(kinds.length > 0
        ? [`Left out: ${redacted.toLocaleString('en')} fields (${kinds.join(', ')}).`]
        : []),
      ...(erased > 0 ? [`Erased persons, not in it: ${erased.toLocaleString('en')}.`] : []),
      ...(keyMissing > 0
        ? [`Persons whose key is not here, not in it: ${keyMissing.toLocaleString('en')}.`]
        : []),
      ...(inClear > 0
        ? [
            `${inClear.toLocaleString('en')} reports are from before there were keys: their callers stand in what is hashed, in clear, and CANNOT be left out.`,
          ]
        : []),
      ...(kinds.includes('personal')
        ? []
        : ['Callers’ personal data are in it, in clear. Leave them out with --redact personal.']),
    ];
  },
  whatToExport: 'Name what to export: --incident, or --from and --to. See tocsin export --help.',
  numberNeedsBoards: (named: string) =>
    `Incident ${named} can be found by its number only while Tocsin runs; name it by its id.`,
  noIncident: (named: string) => `There is no incident ${named}.`,
  severalIncidents: (named: string) =>
    `Several cities have an incident ${named}; name it by its id.`,
  nothingInPeriod: (from: string, to: string) =>
    `Nothing was sealed from ${from} to ${to}, so there is nothing to export.`,
  noSealsToExport: 'There is no seal yet, and no key to make one: a period can’t be exported.',
  unreadable: (stream: string, revision: bigint) =>
    `${stream}, revision ${revision} has not the form of an event. Run tocsin verify.`,
  folderUnusable: (path: string, code: string) => `The folder ${path} can't be made (${code}).`,
  folderNotEmpty: (path: string) => `The folder ${path} is not empty. Name another with --out.`,
  exported: (events: number, folder: string, signed: boolean) =>
    `${events.toLocaleString('en')} events exported to ${folder}${signed ? '' : ' (manifest not signed: the sealing key is not here)'}. Check with: npx pnpm tocsin verify ${folder}`,
  bundleReadme: `This folder is a bundle of Tocsin: a part of a command centre's record that can be
checked without the command centre.

    node verify.mjs

with Node 20.19 or newer says whether anything in it was changed, removed, inserted or
reordered, and names it. verify.mjs came with the bundle; whoever doubts it takes one from
Tocsin's sources. Compare the key that it names with the one that the command centre published.

events.jsonl            a line an event, exactly the text that was hashed: the SHA-256 of a
                        line is the event's hash, which the next event of its stream names
openings.jsonl          what can be left out of events: they hold SHA-256(salt ‖ canonical JSON of
                        the value) in its place; here are salt and value, or that it was left out
seals.jsonl             the signed seals that cover the events (Ed25519)
proofs.jsonl            of an incident: that each event is under its seal, and that under the
                        newest seal nothing comes after the last
timeline.csv            the same events as a table
attachments.jsonl       the SHA-256 of every attachment; the files themselves are kept elsewhere
report.zh.html, .en     of an incident: the after-action report
ics-209.*, ics-214.*    of an incident: the status summary, and each department's activity log
manifest.json           what this is, and the SHA-256 of every file
manifest.signature.json signed with the sealing key

本文件夹是 Tocsin 的导出包，无需连接指挥中心即可核验。用 Node 20.19 或更新版本运行
node verify.mjs，即可得知其中内容是否被更改、删除、插入或调换次序，并指明何处。
请将其显示的密钥标识与指挥中心公布的核对。`,
};
