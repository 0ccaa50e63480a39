import { isEncryptedOpening } from '@tocsin/domain';
import { type OpeningCounts, OpeningsCheck, type ProofFault } from '@tocsin/domain/proof';
import { linksOfFrames } from './fileLog.ts';
import { type Frame, readFrames } from './logReader.ts';
import { LinkPacker, type PackedLinks } from './packedLinks.ts';

/** Which of a log file's batches are a reader's: of every `readers`, the one with number `reader`. */
export interface LogShare {
  readonly path: string;
  /** Up to where it is read, in bytes. */
  readonly size: number;
  readonly reader: number;
  readonly readers: number;
}

/** Openings to be checked by who has the keys: what `OpeningsCheck.checkAll` is given. */
export type Unchecked = Parameters<OpeningsCheck['checkAll']>;

/** What a reader makes of one of its batches. */
export interface SharedBatch {
  readonly links: PackedLinks;
  readonly faults: readonly ProofFault[];
  readonly counts: OpeningCounts;
  readonly unchecked: readonly Unchecked[];
  /** The log ends with it, whoever's turn it would be. */
  readonly isLast: boolean;
}

const hasEncrypted = (openings: unknown): boolean =>
  typeof openings === 'object' &&
  openings !== null &&
  Object.values(openings).some(isEncryptedOpening);

/** What one of several readers of a log file finds in its share, batch by batch. */
export function* readShare({ path, size, reader, readers }: LogShare): Generator<SharedBatch> {
  const packer = new LinkPacker();
  let turn = 0;
  const isMine = (): boolean => turn % readers === reader;
  let damage: ProofFault[] = [];
  const onDamage = (byte: number): void => {
    if (isMine()) damage = [{ kind: 'damaged', byte }];
  };
  let batch: Omit<SharedBatch, 'isLast'> | undefined;
  for (const frames of readFrames(path, onDamage, { wanted: isMine, size })) {
    if (batch) yield { ...batch, isLast: false };
    batch = isMine() ? batchOf(frames, packer, damage) : undefined;
    turn += 1;
  }
  yield { ...(batch ?? batchOf([], packer, damage)), isLast: true };
}

function batchOf(
  frames: readonly Frame[],
  packer: LinkPacker,
  damage: readonly ProofFault[],
): Omit<SharedBatch, 'isLast'> {
  const faults: ProofFault[] = [...damage];
  const unchecked: Unchecked[] = [];
  const open = new OpeningsCheck((fault) => void faults.push(fault));
  /** No event has so few commitments, so that all of its data is gone through. */
  const unknown = -1;
  const links = linksOfFrames(frames, (fault) => void faults.push(fault), {
    checkAll: (...args) => {
      if (hasEncrypted(args[2])) unchecked.push(args);
      else open.checkAll(...args);
    },
    opened: () => open.opened(),
    check: (place, data, openings) => {
      if (hasEncrypted(openings)) unchecked.push([place, data, openings, unknown]);
      else open.check(place, data, openings);
    },
  });
  return { links: packer.pack(links), faults, unchecked, counts: open.counts };
}
