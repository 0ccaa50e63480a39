import { type ProfileFile, profileFormat } from '../profile/profileFile.ts';
import { cityProfile } from './cityProfile.ts';
import { demoPeople } from './demoPeople.ts';
import { demoUnits } from './demoUnits.ts';
import { demoSeed } from './identity.ts';

/** Everything that the demo city's file says. The same seed gives the same city. */
export function demoProfile(seed: number = demoSeed): ProfileFile {
  return {
    format: profileFormat,
    ...cityProfile(seed),
    units: demoUnits(seed).map(({ unit, city, ...facts }) => facts),
    people: demoPeople(),
  };
}
