import { type CSSProperties, useEffect, useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { tellChosen, useChosenBeside } from '../../panes/beside.ts';
import { IncidentTabs } from '../../panes/IncidentTabs.tsx';
import { openIncidents } from '../../panes/openIncidents.ts';
import { usePaneSizes } from '../../panes/paneSizes.ts';
import { Splitter } from '../../panes/Splitter.tsx';
import { useSignal } from '../../store/signal.ts';
import { MapPane } from '../map/MapPane.tsx';
import { Intake } from './Intake.tsx';
import { Queue } from './Queue.tsx';
import { Units } from './Units.tsx';
import { useExerciseShown } from './useExerciseShown.ts';

/**
 * The dispatcher's screen: queue, map, incident or intake, units. A report that is being taken
 * waits aside, as it was typed, while one looks at an incident.
 */
export default function Dispatch() {
  const { viewer, incidents } = useDesk();
  const { t } = useWords();
  useExerciseShown();
  const [, selected = null] = useSignal(route);
  const [sizes, onSize] = usePaneSizes();
  const [intake, setIntake] = useState<'none' | 'shown' | 'aside'>('none');
  const taking = intake === 'shown';
  useEffect(() => {
    if (selected !== null) openIncidents.look(selected);
  }, [selected]);

  const select = (id: string): void => {
    if (taking) setIntake('aside');
    go(['dispatch', id]);
    tellChosen(id);
  };
  useChosenBeside((id) => go(['dispatch', id]));
  const taken = (id: string): void => {
    setIntake('none');
    if (taking) go(['dispatch', id]);
  };
  const mayReport = viewer.may.includes('reportIncident');
  const shown = taking ? null : selected;
  const { queue, incident, units } = sizes;
  const style: CSSProperties & Readonly<Record<`--${string}`, string>> = {
    '--columns': [queue, 100 - queue - incident, incident]
      .map((part) => `minmax(0, ${part}fr)`)
      .join(' '),
    '--rows': `minmax(0, ${100 - units}fr) minmax(0, ${units}fr)`,
    '--units': `${units}%`,
    '--incident': `${incident}%`,
  };
  return (
    <main className="dispatch" style={style}>
      <Queue
        board={incidents}
        selected={shown}
        onSelect={select}
        reporting={intake === 'aside'}
        onReport={mayReport ? () => setIntake('shown') : undefined}
      />
      <MapPane selected={shown} onSelect={select} />
      {intake !== 'none' && (
        <Intake hidden={!taking} onTaken={taken} onDiscard={() => setIntake('none')} />
      )}
      <IncidentTabs selected={selected} hidden={taking} />
      <Units selected={shown} />
      <Splitter
        pane="queue"
        from="left"
        label={t('panes.queueWidth')}
        size={queue}
        onSize={onSize}
      />
      <Splitter
        pane="incident"
        from="right"
        label={t('panes.incidentWidth')}
        size={incident}
        onSize={onSize}
      />
      <Splitter
        pane="units"
        from="bottom"
        label={t('panes.unitsHeight')}
        size={units}
        onSize={onSize}
      />
    </main>
  );
}
