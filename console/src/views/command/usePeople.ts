import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { peopleDocument } from '../../api/documents/after.ts';
import type { PersonEntry } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';

/** Who can be given a role, as options of a choice; none until they are known. */
export function usePeople(): readonly { readonly value: string; readonly text: string }[] {
  const { city } = useDesk();
  const { department } = useWords();
  const [people, setPeople] = useState<readonly PersonEntry[]>([]);
  const { id } = city.city;
  useEffect(() => {
    let stopped = false;
    ask(peopleDocument, { city: id }, 'cache-first').then(
      (found) => stopped || setPeople(found.people),
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [id]);
  return people.map((one) => ({
    value: one.account,
    text: one.department === null ? one.name : `${one.name} (${department(one.department)})`,
  }));
}
