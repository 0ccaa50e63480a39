import type { EventName } from './catalogue.ts';
import type { Language } from './language.ts';
import { catalogues, fill } from './message.ts';

export interface Deed {
  readonly type: string;
  readonly actor: { readonly name: string };
}

/** How many deeds a conflict names before it only counts. */
const named = 3;

const isEventName = (type: string): type is EventName => type in catalogues.en.deeds;

/** Who did what meanwhile, in the reader's language. */
export function conflictMessage(language: Language, meanwhile: readonly Deed[]): string {
  const catalogue = catalogues[language];
  const deeds = meanwhile.slice(0, named).map(({ type, actor }) => {
    const what = isEventName(type) ? catalogue.deeds[type] : type;
    return fill(catalogue.deed, { name: actor.name, what });
  });
  const rest = meanwhile.length - deeds.length;
  const more = rest > 0 ? [fill(catalogue.more, { count: rest })] : [];
  return fill(catalogue.conflict, { who: [...deeds, ...more].join(catalogue.separator) });
}
