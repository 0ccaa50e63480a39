// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

/** The keys to the incident's personal data are destroyed because of it: the record goes on without the person. */
export interface PersonalDataErased {
  readonly type: 'PersonalDataErased';
  readonly data: {
    readonly reason: string;
    /** Ids of the keys. */
    readonly keys: readonly string[];
    /** Persons who were recorded in clear, before there were keys, and stay. */
    readonly inClear?: number;
  };
}
