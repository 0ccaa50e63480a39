import type { ReactNode } from 'react';
import type { Commitment, Entry, Incident, Task } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';

import { AfterSection } from '../command/AfterSection.tsx';
import { CommandSections } from '../command/CommandSections.tsx';
import { Said } from '../command/Said.tsx';
import { IntakeFacts } from '../intake/IntakeFacts.tsx';
import { LinkedReports } from '../intake/LinkedReports.tsx';

import { PlansGiven } from '../plans/PlansGiven.tsx';
import { UnitRequests } from '../plans/UnitRequests.tsx';
import { IncidentSupplies } from '../supplies/IncidentSupplies.tsx';
import { MutualAids } from '../units/MutualAids.tsx';
import { SendUnits } from '../units/SendUnits.tsx';
import { StillThere } from '../units/StillThere.tsx';
import { WarningsOver } from '../warnings/WarningsOver.tsx';
import { AlsoHere } from './AlsoHere.tsx';
import { CommitmentStrip } from './CommitmentStrip.tsx';
import { Facts } from './Facts.tsx';
import { IncidentHead } from './IncidentHead.tsx';
import { TaskStrip } from './TaskStrip.tsx';

/**
 * The incident as it stands at the revision that is given: the same sheet for the dispatcher, who
 * hangs actions into it, and for those who only read.
 */
export function IncidentSheet({
  incident,
  news = [],
  marked,
  actions,
  taskActions,
  unitActions,
  commanding = false,
}: {
  incident: Incident;
  /** Entries by other hands since the sheet was opened. */
  news?: readonly Entry[];
  /** The task that a replayed step is about. */
  marked?: string | null;
  actions?: ReactNode;
  taskActions?: (task: Task) => ReactNode;
  unitActions?: (commitment: Commitment) => ReactNode;
  /** What the viewer may do about command and afterwards is offered too. */
  commanding?: boolean;
}) {
  const { t } = useWords();
  const acting = actions !== undefined;
  return (
    <article className="sheet" data-testid="incident-sheet" data-revision={incident.revision}>
      <IncidentHead incident={incident} />
      <AlsoHere />
      <WarningsOver incident={incident} />
      <Facts incident={incident} />
      <IntakeFacts incident={incident} />
      {actions}
      <h3>
        {t('incident.tasks')} <span className="quiet">{incident.tasks.length}</span>
      </h3>
      {incident.tasks.length === 0 && <p className="quiet">{t('incident.noTasks')}</p>}
      <ul className="tasks">
        {incident.tasks.map((task) => (
          <TaskStrip
            key={task.id}
            task={task}
            news={news.findLast((entry) => entry.task === task.id)}
            marked={task.id === marked}
          >
            {taskActions?.(task)}
          </TaskStrip>
        ))}
      </ul>
      <h3>
        {t('incident.units')} <span className="quiet">{incident.commitments.length}</span>
      </h3>
      {acting && <StillThere incident={incident} />}
      {acting && <SendUnits incident={incident} />}
      {incident.commitments.length === 0 && <p className="quiet">{t('incident.noUnits')}</p>}
      <ul className="commitments">
        {incident.commitments.map((commitment) => (
          <CommitmentStrip key={commitment.assignment} commitment={commitment}>
            {unitActions?.(commitment)}
          </CommitmentStrip>
        ))}
      </ul>
      <UnitRequests incident={incident} acting={acting} />
      <MutualAids incident={incident} acting={acting} />
      <PlansGiven incident={incident} acting={acting} />
      <IncidentSupplies incident={incident} acting={acting} />
      <LinkedReports incident={incident} acting={acting} />
      {incident.notes.length > 0 && <h3>{t('incident.notes')}</h3>}
      {incident.notes.map((note) => (
        <Said
          key={note.revision}
          text={note.note ?? ''}
          entry={note}
          {...{ incident, commanding }}
        />
      ))}
      <CommandSections incident={incident} acting={commanding} />
      <AfterSection incident={incident} acting={commanding} />
    </article>
  );
}
