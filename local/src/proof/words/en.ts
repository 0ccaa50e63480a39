export const en = {
  keyUnusable: (path: string, cause: string) =>
    `The sealing key ${path} can't be used (${cause}). It must be a private Ed25519 key in PEM; restore it, or set TOCSIN_SEAL_KEY_FILE.`,
  secondsInvalid: (given: string) =>
    `TOCSIN_SEAL_SECONDS must be a number of seconds from 0 (no seals) to 86400, not "${given}".`,
};
