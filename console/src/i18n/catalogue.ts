import type { en } from './en.ts';

// Chinese has one plural form, so a catalogue may leave out `_one`.
type Texts<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Texts<T[K]>;
};

/** The shape of every language's catalogue. */
export type Catalogue = Texts<typeof en>;
