import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { useSignal } from '../../store/signal.ts';
import { BoardAsOf } from './BoardAsOf.tsx';
import { IncidentSearch } from './IncidentSearch.tsx';
import { paneIn } from './panes.ts';
import { Replay } from './Replay.tsx';

/** In the address's place of an incident: the whole board. */
const board = 'board';

const parts = (...all: readonly (string | null)[]): readonly string[] =>
  all.filter((part) => part !== null);

/**
 * The auditor's screen: find an incident, move through its record. The address holds where in it,
 * and what is shown beside: `#/audit/<incident>/<place>/<pane>/<what the pane is about>`.
 */
export default function Audit() {
  const { city } = useDesk();
  const { t } = useWords();
  const [, incident = null, place = null, pane = null, about = null] = useSignal(route);
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
          at={place}
          department={pane}
          onAt={(at, department) => go(parts('audit', board, at, department), place !== null)}
          onOpen={(id, at) => go(['audit', id, at])}
        />
      )}
      {incident !== null && incident !== board && (
        <Replay
          key={incident}
          id={incident}
          wanted={place}
          pane={paneIn(pane)}
          about={about}
          onMove={(next) => go(parts('audit', incident, next, pane, about), true)}
          onPane={(shown, at, next = null) => go(parts('audit', incident, at, shown, next), true)}
          onOpen={(id, at) => go(['audit', id, at])}
        />
      )}
    </main>
  );
}
