import type { Prepared } from '../../api/command.ts';
import type { IncidentRow, TaskRow, UnitRow, Viewer } from '../../api/types.ts';
import type { Text } from '../../i18n/text.ts';
import type { CityIndex } from '../../store/cityIndex.ts';
import type { Values } from '../grammar/parse.ts';

/** What an order is given on: who gives it, in which city, and the rows as they now stand. */
export interface Standing {
  readonly viewer: Viewer;
  readonly city: CityIndex;
  readonly t: Text;
  readonly incident: (id: string) => IncidentRow | undefined;
  readonly unit: (id: string) => UnitRow | undefined;
  readonly task: (id: string) => TaskRow | undefined;
}

/** The command that a whole line stands for; null where what it names is gone. */
export type Order = (values: Values, standing: Standing) => Prepared | null;

/** A value that the grammar has made sure of. */
export const said = (values: Values, name: string): string => values[name] ?? '';
