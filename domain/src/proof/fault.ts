/** What can be wrong with a record, each with where. Revisions count from 0 in their stream. */
export type ProofFault =
  /** What stands there is not what was hashed when it was recorded. */
  | { readonly kind: 'changed'; readonly stream: string; readonly revision: number }
  /** What lies beside it is not what its field was committed to; or there is no such field. */
  | {
      readonly kind: 'openingChanged';
      readonly stream: string;
      readonly revision: number;
      readonly field: string;
    }
  /** What its field was committed to is not there, and nothing says that it was left out. */
  | {
      readonly kind: 'openingMissing';
      readonly stream: string;
      readonly revision: number;
      readonly field: string;
    }
  /** It does not name the hash of the event before it. */
  | { readonly kind: 'unchained'; readonly stream: string; readonly revision: number }
  /** The revisions from `revision` up to, not including, `next` are not there. */
  | {
      readonly kind: 'missing';
      readonly stream: string;
      readonly revision: number;
      readonly next: number;
    }
  /** It stands after a later event of its stream, or a second time. */
  | { readonly kind: 'misplaced'; readonly stream: string; readonly revision: number }
  /** It has not the form of an event of Tocsin. */
  | { readonly kind: 'malformed'; readonly stream: string; readonly revision: number }
  /** What hides or ends a stream was written to the log. */
  | { readonly kind: 'hidden'; readonly stream: string }
  /** A seal covers another event at that revision; `after` is the last one known to be as sealed. */
  | {
      readonly kind: 'unlikeSeal';
      readonly stream: string;
      readonly revision: number;
      readonly after: number;
      readonly seal: number;
    }
  /** A seal covers events up to `revision`, the log has them up to `last`; -1 is none at all. */
  | {
      readonly kind: 'cut';
      readonly stream: string;
      readonly revision: number;
      readonly last: number;
      readonly seal: number;
    }
  /** It stands among what a seal covers, and the seal does not have it. */
  | {
      readonly kind: 'inserted';
      readonly stream: string;
      readonly revision: number;
      readonly seal: number;
    }
  /** The events from the `from`th to the `to`th of the log are not those, or not in the order, that a seal covers. */
  | {
      readonly kind: 'eventsUnlikeSeal';
      readonly seal: number;
      readonly from: number;
      readonly to: number;
    }
  /** The heads of all streams are not those under the seal. */
  | { readonly kind: 'headsUnlikeSeal'; readonly seal: number }
  /** The log has fewer events than a seal covers. */
  | {
      readonly kind: 'logCut';
      readonly seal: number;
      readonly events: number;
      readonly sealed: number;
    }
  /** Not the form of a seal. */
  | { readonly kind: 'sealMalformed'; readonly seal: number }
  | { readonly kind: 'sealSignature'; readonly seal: number }
  /** Signed with a key that no seal before it introduced, or that is not the one that was named. */
  | { readonly kind: 'sealKey'; readonly seal: number; readonly key: string }
  /** It does not follow from the seal before it. */
  | { readonly kind: 'sealChain'; readonly seal: number }
  | { readonly kind: 'sealMissing'; readonly seal: number }
  /** A seal that is known from elsewhere is not, or not so, in the chain. */
  | { readonly kind: 'sealUnlikeKnown'; readonly seal: number }
  /** Of a file: not as the manifest says, missing, or not in the manifest. */
  | { readonly kind: 'fileChanged'; readonly file: string }
  | { readonly kind: 'fileMissing'; readonly file: string }
  | { readonly kind: 'fileAdded'; readonly file: string }
  | { readonly kind: 'fileUnreadable'; readonly file: string; readonly line: number }
  | { readonly kind: 'manifestSignature' }
  /** The manifest is not signed, and no seal covers all of the events. */
  | { readonly kind: 'manifestUnsigned' }
  /** A proof of inclusion does not lead to its seal. */
  | {
      readonly kind: 'unproven';
      readonly stream: string;
      readonly revision: number;
      readonly seal: number;
    }
  /** The log itself can't be read from a byte on. */
  | { readonly kind: 'damaged'; readonly byte: number };

export type ReportFault = (fault: ProofFault) => void;
