import { useMemo } from 'react';
import type { Actor, Localized, Place } from '../api/types.ts';
import { moment } from '../i18n/format.ts';
import { type Text, useText } from '../i18n/text.ts';
import type { CityIndex } from '../store/cityIndex.ts';
import { fromCityTime, type Precision, toCityTime } from '../store/cityTime.ts';
import { type Language, language } from '../store/preferences.ts';
import { useSignal } from '../store/signal.ts';
import { useDesk } from './desk.ts';

export const inLanguage = (name: Localized, spoken: Language): string =>
  spoken === 'zh-CN' ? name.zh : name.en;

/** The address, or else the coordinate. */
export const placeText = ({ address, lon, lat }: Place): string =>
  address !== '' || lon === null || lat === null ? address : `${lon.toFixed(5)}, ${lat.toFixed(5)}`;

/** Names and times of one city in one language. Ids that the profile doesn't know stay as they are. */
export interface Words {
  readonly language: Language;
  readonly name: (name: Localized) => string;
  readonly department: (id: string) => string;
  readonly type: (id: string) => string;
  readonly cell: (id: string) => string;
  readonly district: (id: string) => string;
  readonly capability: (id: string) => string;
  /** A neighbour that lends units. */
  readonly jurisdiction: (id: string) => string;
  /** A supply. */
  readonly item: (id: string) => string;
  readonly subdistrict: (id: string) => string;
  readonly actor: (actor: Actor) => string;
  /** ISO 8601 to 14:32:07. */
  readonly time: (iso: string) => string;
  readonly day: (iso: string) => string;
  /** To the minute, as people set it. */
  readonly minute: (iso: string) => string;
  readonly full: (iso: string) => string;
  /** ISO 8601 to what a `datetime-local` input holds, and back, by the clocks of the city. */
  readonly toEntered: (iso: string, precision?: Precision) => string;
  readonly fromEntered: (entered: string) => string;
}

export function words(index: CityIndex, spoken: Language): Words {
  const { timeZone } = index.city;
  const name = (localized: Localized): string => inLanguage(localized, spoken);
  const named =
    (items: ReadonlyMap<string, { readonly name: Localized }>) =>
    (id: string): string => {
      const item = items.get(id);
      return item ? name(item.name) : id;
    };
  const department = named(index.departments);
  return {
    language: spoken,
    name,
    department,
    type: named(index.types),
    cell: named(index.cells),
    district: named(index.districts),
    capability: named(index.capabilities),
    jurisdiction: named(index.jurisdictions),
    item: named(index.items),
    subdistrict: named(index.subdistricts),
    actor: (actor) =>
      actor.department === null ? actor.name : `${actor.name} (${department(actor.department)})`,
    time: (iso) => moment('time', iso, spoken, timeZone),
    day: (iso) => moment('day', iso, spoken, timeZone),
    minute: (iso) => moment('minute', iso, spoken, timeZone),
    full: (iso) => moment('full', iso, spoken, timeZone),
    toEntered: (iso, precision) => toCityTime(iso, timeZone, precision),
    fromEntered: (entered) => fromCityTime(entered, timeZone),
  };
}

export function useWords(): Words & { readonly t: Text } {
  const { city } = useDesk();
  const spoken = useSignal(language);
  const t = useText();
  return useMemo(() => ({ ...words(city, spoken), t }), [city, spoken, t]);
}
