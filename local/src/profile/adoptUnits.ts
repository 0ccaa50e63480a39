import type { UnitFacts } from '@tocsin/domain';
import { type Adoption, accepted, newMeta } from './adoption.ts';
import { unitsOf } from './profileFile.ts';
import { words } from './words/words.ts';

const left = { type: 'RetireUnit', data: { reason: 'left the profile' } } as const;

/** Registers, amends and retires. Gives the units that the profile has brought in and still has. */
export async function adoptUnits(adoption: Adoption): Promise<readonly string[]> {
  const { file, before, eachOf } = adoption;
  const units = unitsOf(file);
  const wanted = new Set(units.map(({ unit }) => unit));
  await eachOf(units, (facts) => adoptUnit(adoption, facts));
  const kept: string[] = [];
  for (const unit of before.units) {
    if (!wanted.has(unit) && !(await retired(adoption, unit))) kept.push(unit);
  }
  return [...wanted, ...kept];
}

/** A new unit begins on duty; whether a known one is on duty is no affair of the profile. */
async function adoptUnit({ store, changes, before }: Adoption, facts: UnitFacts): Promise<void> {
  const { unit } = facts;
  const known = (await store.readUnit(unit))?.state.facts;
  const command = { type: known ? 'AmendUnit' : 'RegisterUnit', data: facts } as const;
  if (accepted(await store.unit(unit, command, newMeta()), unit)) {
    changes.count('units', known ? 'changed' : 'added');
  }
  if (known && before.units.has(unit)) return;
  accepted(await store.unit(unit, { type: 'GoOnDuty', data: {} }, newMeta()), unit);
}

/** Whether the unit is gone; one that is committed stays for now. */
async function retired({ store, changes, note }: Adoption, unit: string): Promise<boolean> {
  const outcome = await store.unit(unit, left, newMeta());
  if (outcome.kind === 'rejected') {
    if (outcome.rejection.rejected === 'unknownUnit') return true;
    if (outcome.rejection.rejected === 'unitCommitted') {
      note(words.kept(unit));
      return false;
    }
  }
  if (accepted(outcome, unit)) changes.count('units', 'withdrawn');
  return true;
}
