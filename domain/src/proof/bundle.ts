import type { PlainOpening } from '../privacy/commitment.ts';
import type { HeadProof } from './heads.ts';
import type { KnownSeal } from './sealChain.ts';

/** The files of a bundle, which is a folder. The manifest names each other one with its SHA-256. */
export const bundleFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.signature.json',
  /** A line an event: exactly the text that is hashed, so that SHA-256 of the line is the event's hash. */
  events: 'events.jsonl',
  /** A line for each event that has any: what its commitments were made of, and what was left out. */
  openings: 'openings.jsonl',
  /** A line a seal, in their order. */
  seals: 'seals.jsonl',
  /** Of an incident: a line a proof, the head's first. */
  proofs: 'proofs.jsonl',
} as const;

export interface BundleFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type BundleSubject =
  | {
      readonly kind: 'incident';
      readonly stream: string;
      /** The last revision that is in the bundle, and the last one that is sealed (-1: none). */
      readonly revision: number;
      readonly sealedRevision: number;
    }
  | {
      readonly kind: 'period';
      readonly from: string;
      readonly to: string;
      /** What the bundle begins with: a seal, and the first event of the log that it covers. */
      readonly seal: number;
      readonly event: number;
    };

export type Withheld = 'redacted' | 'erased' | 'keyMissing';

/** A line of the file of openings. */
export interface OpeningLine {
  readonly stream: string;
  readonly revision: number;
  /** By field. */
  readonly openings: Readonly<Record<string, PlainOpening>>;
  readonly withheld?: Readonly<Record<string, Withheld>>;
}

export interface Redaction {
  /** What was asked to be left out. */
  readonly kinds: readonly ('personal' | 'text')[];
  /** How many fields are not there, and why. */
  readonly fields: Readonly<Record<Withheld, number>>;
}

export interface Manifest {
  readonly format: 'tocsin-bundle';
  readonly version: 1;
  readonly made: string;
  readonly subject: BundleSubject;
  readonly events: number;
  /** What was left out, field by field, stands in the file of openings. */
  readonly redacted?: Redaction;
  /** The newest seal of the log when the bundle was made. */
  readonly newestSeal?: KnownSeal;
  readonly files: readonly BundleFile[];
}

export interface ManifestSignature {
  /** Ed25519, SubjectPublicKeyInfo in base64: one that the log was sealed with. */
  readonly publicKey: string;
  /** Over `manifestText`, in base64. */
  readonly signature: string;
}

export const manifestText = (manifest: string): string => `tocsin bundle\n${manifest}`;

/** The head of the incident's stream is one of those under the seal. */
export interface HeadLine extends HeadProof {
  readonly seal: number;
}

/** The event of a revision is the `index`th of those that the seal covers. */
export interface EventProof {
  readonly revision: number;
  readonly seal: number;
  readonly index: number;
  readonly path: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isOpeningLine = (value: unknown): value is OpeningLine =>
  isObject(value) &&
  typeof value.stream === 'string' &&
  Number.isSafeInteger(value.revision) &&
  isObject(value.openings) &&
  (value.withheld === undefined || isObject(value.withheld));

const isFile = (value: unknown): value is BundleFile =>
  isObject(value) && typeof value.name === 'string' && typeof value.sha256 === 'string';

const isSubject = (value: unknown): value is BundleSubject => {
  if (!isObject(value)) return false;
  if (value.kind === 'incident')
    return typeof value.stream === 'string' && Number.isSafeInteger(value.revision);
  return (
    value.kind === 'period' && Number.isSafeInteger(value.seal) && Number.isSafeInteger(value.event)
  );
};

export const isManifest = (value: unknown): value is Manifest =>
  isObject(value) &&
  value.format === 'tocsin-bundle' &&
  value.version === 1 &&
  isSubject(value.subject) &&
  Number.isSafeInteger(value.events) &&
  Array.isArray(value.files) &&
  value.files.every(isFile);

const isHashes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.every((hex) => typeof hex === 'string' && /^[0-9a-f]{64}$/.test(hex));

export const isHeadLine = (value: unknown): value is HeadLine =>
  isObject(value) &&
  Number.isSafeInteger(value.seal) &&
  isHashes(value.leaves) &&
  isHashes(value.path);

export const isEventProof = (value: unknown): value is EventProof =>
  isObject(value) &&
  Number.isSafeInteger(value.revision) &&
  Number.isSafeInteger(value.seal) &&
  Number.isSafeInteger(value.index) &&
  isHashes(value.path);

export const isManifestSignature = (value: unknown): value is ManifestSignature =>
  isObject(value) && typeof value.publicKey === 'string' && typeof value.signature === 'string';
