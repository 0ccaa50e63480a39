export const en = {
  unusable: (path: string, cause: string) =>
    `The key store ${path} can't be used (${cause}). It must be a file that this user can read and write; restore it, or set TOCSIN_KEY_STORE.`,
  eraseHelp: {
    description:
      'Destroy the keys to the personal data of an incident that has ended. The record stays, verifies and replays, without the persons.',
    incident: 'the incident: its id, or its number on the boards while Tocsin runs',
    reason: 'why; it is recorded',
    again:
      'after the key store was restored from a copy: destroy all keys that the record says were erased',
    by: 'who erases; recorded beside the account of this machine (default: that account)',
    data: 'data folder (default: TOCSIN_DATA or .data)',
    after: `
Copies of the key store made before still open what is erased: destroy them too. See
docs/PRIVACY.md.`,
  },
  erased: (keys: number) =>
    `Erased: ${keys} ${keys === 1 ? 'key was' : 'keys were'} destroyed. Destroy the copies of the key store that were made before, too.`,
  missing: (option: string) => `${option} is missing; see tocsin erase --help.`,
  againAlone: '--again goes with no incident, reason or name: it repeats what is on record.',
  lookedThrough: (events: number) => `${events.toLocaleString('en')} events looked through`,
  erasedAgain: (keys: number) =>
    `Erased again: ${keys} ${keys === 1 ? 'key that was' : 'keys that were'} back in the key store ${keys === 1 ? 'was' : 'were'} destroyed.`,
  noneAgain: 'No erased key is back in the key store.',
  nothingToErase: 'There is nothing to erase: the incident names no person who was not erased.',
  notErased: (why: string) => `Nothing was erased: ${why}`,
  refusals: {
    required: 'give a reason with --reason.',
    incidentStatus: 'the incident has not ended; somebody may have to be called back.',
    personalDataInClear:
      'its persons were recorded in clear, before there were keys; they are part of what is hashed.',
    legalHold: 'the incident is held for a court; lift the hold first.',
    unknownIncident: 'there is no such incident.',
  } as Readonly<Partial<Record<string, string>>>,
};
