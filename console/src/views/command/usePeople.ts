import { useEffect, useState } from 'react';
import { askUntilAnswered } from '../../api/askUntilAnswered.ts';
import { peopleDocument } from '../../api/documents/after.ts';
import type { PersonEntry, Role } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';

interface Choosable {
  readonly value: string;
  readonly text: string;
}

/** Who works in the city; nobody until that is known. */
export function useEverybody(): readonly PersonEntry[] {
  const { city } = useDesk();
  const [people, setPeople] = useState<readonly PersonEntry[]>([]);
  const { id } = city.city;
  useEffect(() => {
    const told = {
      answered: (found: { readonly people: readonly PersonEntry[] }) => setPeople(found.people),
      failed: () => undefined,
    };
    return askUntilAnswered(peopleDocument, { city: id }, told, 'cache-first');
  }, [id]);
  return people;
}

/** Who can be given a role, as options of a choice; none until they are known. */
export function usePeople(): readonly Choosable[] {
  const { department } = useWords();
  return useEverybody().map((one) => ({
    value: one.account,
    text: one.department === null ? one.name : `${one.name} (${department(one.department)})`,
  }));
}

const deskRoles: readonly Role[] = ['DISPATCHER', 'COMMANDER', 'LIAISON'];

/** Who can be on duty at one department's desk; null is the desk of those who speak for none. */
export const usePeopleAt = (department: string | null): readonly Choosable[] =>
  useEverybody()
    .filter((one) => one.department === department)
    .filter(({ roles }) => roles.some((role) => deskRoles.includes(role)))
    .map(({ account, name }) => ({ value: account, text: name }));
