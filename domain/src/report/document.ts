import type { Localized } from '../text.ts';

export type ReportLanguage = keyof Localized;

/** A text of the record; `struck` says by whom, when and why it was struck. */
export interface Said {
  readonly text: string;
  readonly struck?: string;
}
export type Cell = string | Said;

export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: Cell])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Cell };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report in one language, before it is Markdown or HTML. Texts are as they were entered. */
export interface ReportDocument {
  readonly language: ReportLanguage;
  readonly title: string;
  /** What has to stand on every page: that it was an exercise. */
  readonly mark?: string;
  readonly sections: readonly Section[];
}

export const saidOf = (cell: Cell): Said => (typeof cell === 'string' ? { text: cell } : cell);
