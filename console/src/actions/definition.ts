import type { TextKey } from '../i18n/text.ts';

/** Where a key means the action; two actions that meet in a place can't share a key. */
export type Place =
  | 'everywhere'
  | 'dispatch'
  | 'department'
  | 'units'
  | 'supplies'
  | 'map'
  | 'cockpit'
  | 'audit'
  | 'warnings'
  | 'plannedEvents'
  | 'duty'
  | 'corrective'
  | 'access'
  | 'admin';

/** What a word of the command line can stand for; `text` takes the rest of the line as it is. */
export type Kind =
  | 'department'
  | 'incident'
  | 'level'
  | 'cancelReason'
  | 'stage'
  | 'task'
  | 'text'
  | 'type'
  | 'unit'
  | 'view';

export interface Param {
  readonly name: string;
  readonly kind: Kind;
  readonly optional?: true;
}

/**
 * One action of the console, told once: the same for its key, its button, the palette and the
 * command line.
 */
export interface Definition {
  readonly name: TextKey;
  /** How it is said at the command line, one word in each language. */
  readonly verb: { readonly en: string; readonly zh: string };
  /** Single keys, as `KeyboardEvent.key` has them, in lower case. */
  readonly keys?: readonly string[];
  readonly places: readonly Place[];
  /** The command that the viewer must be allowed to give. */
  readonly may?: string;
  /** What has to be said at the command line. Without it the action is its button alone. */
  readonly params?: readonly Param[];
  /** Its key only moves to the button; a second press is meant. */
  readonly guarded?: true;
}
