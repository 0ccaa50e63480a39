export type StartErrorCode =
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_NEWER'
  | 'DATA_FOLDER_UNKNOWN'
  | 'DATA_FOLDER_DAMAGED'
  | 'DATA_FOLDER_UNUSABLE'
  | 'PORT_IN_USE'
  | 'ADDRESS_UNUSABLE';

/** Why the node could not start: a code for programs and one sentence for people. */
export class EventStoreStartError extends Error {
  override readonly name = 'EventStoreStartError';
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}
