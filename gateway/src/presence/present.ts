/** Somebody who has an incident open, at one console. */
export interface Present {
  readonly console: string;
  readonly account: string;
  readonly name: string;
  readonly department: string | undefined;
  /** The form that is open there; undefined while it is only looked at. */
  readonly editing: string | undefined;
}
