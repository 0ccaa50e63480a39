interface UserErrorOptions extends ErrorOptions {
  /** Default 1; 2 where the command line itself is at fault. */
  readonly exitCode?: number;
}

/** Something that the person at the keyboard can put right. The message is the whole answer. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: number;

  constructor(sentence: string, { exitCode = 1, ...options }: UserErrorOptions = {}) {
    super(sentence, options);
    this.exitCode = exitCode;
  }
}

/** The `code` of a system, driver or store error, where it has one. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
