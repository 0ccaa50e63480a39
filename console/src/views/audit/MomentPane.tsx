import type { Entry, Incident } from '../../api/types.ts';
import type { Place } from '../../store/axis.ts';
import { Forms } from '../forms/Forms.tsx';
import { IncidentSheet } from '../incident/IncidentSheet.tsx';
import { Compare } from './Compare.tsx';
import type { PaneName } from './panes.ts';
import { Screens } from './Screens.tsx';
import { WarningsThen } from './WarningsThen.tsx';

/** What of an incident is shown at a moment. */
export function MomentPane({
  pane,
  incident,
  entries,
  entry,
  place,
  about,
  onStep,
  onAbout,
  onOpen,
}: {
  pane: PaneName;
  incident: Incident;
  entries: readonly Entry[];
  entry: Entry;
  place: Place;
  about: string | null;
  onStep: (revision: string) => void;
  onAbout: (about: string | null) => void;
  onOpen: (incident: string, revision: string) => void;
}) {
  switch (pane) {
    case 'sheet':
      return (
        <>
          <WarningsThen entry={entry} axis={place.axis} />
          <IncidentSheet incident={incident} marked={entry.task} />
        </>
      );
    case 'changes':
      return (
        <Compare
          incident={incident.id}
          {...{ entries, place }}
          since={about}
          onMove={onStep}
          onSince={onAbout}
        />
      );
    case 'screen':
      return (
        <Screens
          {...{ incident, entry }}
          axis={place.axis}
          department={about}
          onDepartment={onAbout}
          onOpen={onOpen}
        />
      );
    case 'forms':
      return <Forms incident={incident} entries={entries} />;
  }
}
