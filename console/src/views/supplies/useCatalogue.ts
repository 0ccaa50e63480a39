import { useQuery } from 'urql';
import { catalogueDocument } from '../../api/documents/supplies.ts';
import type { Catalogue } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';

export interface SupplyWords {
  readonly items: Catalogue['items'];
  readonly depots: Catalogue['depots'];
  readonly item: (id: string) => string;
  readonly unit: (item: string) => string;
  readonly isReturnable: (item: string) => boolean;
  /** By the id of the depot's row, `<city>.<depot>`. */
  readonly depot: (row: string) => string;
  /** Whether whoever is signed in may do this at the depot of that row. */
  readonly may: (row: string, act: string) => boolean;
}

/** The city's items and depots by their names; ids until they are loaded. */
export function useCatalogue(): SupplyWords {
  const { city } = useDesk();
  const { name } = useWords();
  const { id } = city.city;
  const [{ data }] = useQuery({
    query: catalogueDocument,
    variables: { city: id },
    // What is allowed is somebody else's once somebody else has signed in.
    requestPolicy: 'cache-and-network',
  });
  const items = data?.city?.items ?? [];
  const depots = data?.city?.depots ?? [];
  const depotOf = (row: string) => depots.find((one) => one.id === row.slice(id.length + 1));
  const itemOf = (item: string) => items.find((one) => one.id === item);
  return {
    items,
    depots,
    item: (item) => name(itemOf(item)?.name ?? { zh: item, en: item }),
    unit: (item) => name(itemOf(item)?.unit ?? { zh: '', en: '' }),
    isReturnable: (item) => itemOf(item)?.returnable ?? true,
    depot: (row) => {
      const depot = row.slice(id.length + 1);
      return name(depotOf(row)?.name ?? { zh: depot, en: depot });
    },
    may: (row, act) => depotOf(row)?.may.includes(act) ?? false,
  };
}
