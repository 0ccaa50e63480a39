import type { DepotEvent } from '@tocsin/domain';
import type { DepotRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import { subject } from '../streams.ts';
import type { StreamProjection } from './streamBoard.ts';

export const depotBoard: StreamProjection<DepotRow, DepotEvent> = {
  project: (row, event) => {
    const { revision, position } = rowFacts(event);
    const { city, depot, item, lot, quantity, expires } = event.data;
    const added = { lot, quantity, ...(expires === undefined ? {} : { expires }) };
    const others = row?.stock.filter((one) => one.item !== item) ?? [];
    const lots = [...(row?.stock.find((one) => one.item === item)?.lots ?? []), added];
    return {
      id: subject(event),
      city,
      depot,
      stock: [...others, { item, lots }],
      revision,
      position,
    };
  },
  isOn: () => true,
};
