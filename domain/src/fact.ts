/** An event's name and facts, before anyone has recorded it. */
export interface Fact {
  readonly type: string;
  readonly data: object;
}
