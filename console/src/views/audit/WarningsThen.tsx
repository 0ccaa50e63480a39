import { warningsOverDocument } from '../../api/documents/warnings.ts';
import type { Entry } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import type { Axis } from '../../store/axis.ts';
import { WarningList } from '../warnings/WarningList.tsx';

/** The warnings over the incident's place as they stood at the moment of an entry. */
export function WarningsThen({ entry, axis }: { entry: Entry; axis: Axis }) {
  const { incident, position, occurredAt } = entry;
  const asOf = axis === 'recorded' ? { position } : { at: occurredAt };
  const asked = useAsked(warningsOverDocument, { incident, asOf });
  return asked.at === 'known' ? <WarningList warnings={asked.data.warnings} /> : null;
}
