/** A key for one incident's personal data: AES-256. */
export interface PersonalKey {
  /** The incident's id; with `~2`, `~3` … for those that came after an erasure. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * Where the keys are: durable, and neither in the log nor in the read models. Several processes
 * may share one; what one of them erased, none can read any more.
 */
export interface KeyStore {
  /** For digests of commands; the same for all processes, never erased. */
  readonly digestKey: Uint8Array;
  /** The key to encrypt an incident's personal data with; a new one is on disk before it is given. */
  current(incident: string): Promise<PersonalKey>;
  /** Undefined for a key that was never there, or is lost. Looks on each call. */
  find(id: string): Uint8Array | 'erased' | undefined;
  /** Destroys keys; those that are gone, or never were, are none of its business. */
  erase(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export const incidentOfKey = (id: string): string => id.split('~')[0] ?? id;
