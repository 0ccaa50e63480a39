/** A name in both languages. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}
