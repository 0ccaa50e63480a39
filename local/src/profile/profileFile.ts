import type { CityProfile, PersonCommand, Role, UnitFacts } from '@tocsin/domain';

/** The number that a profile file begins with, raised when what it may hold changes its meaning. */
export const profileFormat = 1;

/** A unit as a profile states it; its id and its city follow from the file. */
/** Only the city’s own: what a neighbour lends comes by mutual aid. */
export type ProfileUnit = Omit<UnitFacts, 'unit' | 'city' | 'jurisdiction'>;

export interface ProfilePerson {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The department a liaison speaks for. */
  readonly department?: string;
  /** City ids, or `*` for all; left out: this city. */
  readonly cities?: readonly string[];
}

/** Everything that a city's file says. */
export type ProfileFile = CityProfile & {
  readonly format: typeof profileFormat;
  readonly units: readonly ProfileUnit[];
  readonly people: readonly ProfilePerson[];
};

export type Appointment = Extract<PersonCommand, { type: 'AppointPerson' }>['data'];

export function cityOf(file: ProfileFile): CityProfile {
  const { format, units, people, ...profile } = file;
  return profile;
}

export const unitsOf = ({ id, units }: ProfileFile): readonly UnitFacts[] =>
  units.map((unit) => ({ unit: `${id}.${unit.callSign}`, city: id, ...unit }));

/** The people of a demo city are offered at sign-in, with the demo password. */
export const appointmentsOf = ({ id, demo, people }: ProfileFile): readonly Appointment[] =>
  people.map((person) => ({ cities: [id], ...person, demo }));
