import { useContext } from 'react';
import { warningsOverDocument } from '../../api/documents/warnings.ts';
import type { Incident } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { MomentContext } from '../../app/moment.ts';
import { useAllRows } from '../../store/useRows.ts';
import { WarningList } from './WarningList.tsx';

function Over({ incident }: { incident: Incident }) {
  const { warnings } = useDesk();
  const since = useAllRows(warnings.store).map(({ id, revision }) => `${id} ${revision}`);
  const moved = JSON.stringify([since, incident.status, incident.place]);
  const asked = useAsked(warningsOverDocument, { incident: incident.id }, moved);
  return asked.at === 'known' ? <WarningList warnings={asked.data.warnings} /> : null;
}

/** The warnings over an incident's place, in force now or while it was open; a replay shows those of its moment. */
export function WarningsOver({ incident }: { incident: Incident }) {
  return useContext(MomentContext) === null ? <Over incident={incident} /> : null;
}
