export type StoreErrorCode =
  | 'STORE_UNREACHABLE'
  | 'STORE_CONTENDED'
  | 'STORE_CLOSED'
  | 'STORE_FAILED';

/** A technical failure; a command that ends in one may be sent again with the same id. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
