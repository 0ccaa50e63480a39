import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { useSignal } from '../../store/signal.ts';
import { BoardAsOf } from './BoardAsOf.tsx';
import { IncidentSearch } from './IncidentSearch.tsx';
import { Replay } from './Replay.tsx';

/** In the address's place of an incident: the whole board. */
const board = 'board';

/** The auditor's screen: find an incident, move through its record. The address holds both. */
export default function Audit() {
  const { city } = useDesk();
  const { t } = useWords();
  const [, incident = null, revision = null] = useSignal(route);
  return (
    <main className="audit">
      <IncidentSearch
        key={city.city.id}
        selected={incident}
        onSelect={(id) => go(['audit', id])}
        onBoard={() => go(['audit', board])}
      />
      {incident === null && <p className="pane nothing">{t('audit.choose')}</p>}
      {incident === board && (
        <BoardAsOf
          at={revision}
          onAt={(at) => go(['audit', board, at], revision !== null)}
          onOpen={(id, at) => go(['audit', id, at])}
        />
      )}
      {incident !== null && incident !== board && (
        <Replay
          key={incident}
          id={incident}
          wanted={revision}
          onMove={(next) => go(['audit', incident, next], true)}
        />
      )}
    </main>
  );
}
