import { type CityEvent, places } from '@tocsin/domain';
import { type Counted, words } from './words/words.ts';

export type Change = 'added' | 'changed' | 'withdrawn';

/** How many of each kind a profile added, changed and withdrew. */
export class Changes {
  readonly #counts = new Map<Counted, Map<Change, number>>();

  count(kind: Counted, change: Change): void {
    const of = this.#counts.get(kind) ?? new Map<Change, number>();
    this.#counts.set(kind, of.set(change, (of.get(change) ?? 0) + 1));
  }

  get none(): boolean {
    return this.#counts.size === 0;
  }

  /** `2 plans changed, 1 unit added`, in the user's language. */
  toString(): string {
    if (this.none) return words.nothingChanged;
    const parts = [...this.#counts].flatMap(([kind, of]) =>
      [...of].map(([change, number]) => words[change](counted(kind, number))),
    );
    return words.adopted(parts.join(words.comma));
  }
}

/** `1 plan`, `2 plans` */
export function counted(kind: Counted, number: number): string {
  const [one, several] = words.counted[kind];
  return `${number} ${number === 1 ? one : several}`;
}

/** What a city's event does to its profile; undefined for those that no profile causes. */
export function changeOf(
  { type, data }: CityEvent,
  known: (kind: Counted, id: string) => boolean,
): readonly [Counted, Change] | undefined {
  switch (type) {
    case 'CityFounded':
      return ['city', known('city', data.city) ? 'changed' : 'added'];
    case 'DeadlinesDefined':
      return ['deadlines', known('deadlines', '') ? 'changed' : 'added'];
    case 'RulesDefined':
      return ['rules', known('rules', '') ? 'changed' : 'added'];
    case 'DefinitionWithdrawn':
      return [places[data.kind], 'withdrawn'];
    case 'RosterRecorded':
    case 'PostureChanged':
      return undefined;
    default:
      return [places[type], known(places[type], data.id) ? 'changed' : 'added'];
  }
}
