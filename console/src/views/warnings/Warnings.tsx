import {
  endedWarningsDocument,
  issueWarning,
  warnedIncidentsDocument,
} from '../../api/documents/warnings.ts';
import type { WarningRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/board.css';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { WarningCard } from './WarningCard.tsx';
import { WarningFacts } from './WarningFacts.tsx';
import { issued, issueFields } from './warningForm.ts';

function Issue() {
  const { city, viewer } = useDesk();
  const words = useWords();
  const { t, department, toEntered } = words;
  if (!allows(viewer.may, 'issueWarning')) return null;
  const issuer = department(viewer.department ?? 'command-centre');
  return (
    <Act action="warn" text={t('warnings.issue')} primary>
      {(done) => (
        <CommandForm
          document={issueWarning}
          fields={issueFields(t)}
          initial={{ from: toEntered(new Date().toISOString()), issuer }}
          submit={t('warnings.issue')}
          said={(values) => issued(city.city.id, values, words)}
          onDone={done}
        />
      )}
    </Act>
  );
}

/** Those lifted or expired, asked again whenever one leaves the board. */
function Past({ rows }: { rows: readonly WarningRow[] }) {
  const { city } = useDesk();
  const { t } = useWords();
  const since = rows.map(({ id }) => id).join();
  const asked = useAsked(endedWarningsDocument, { city: city.city.id }, since);
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const past = asked.data.board.rows;
  if (past.length === 0) return <p className="nothing">{t('warnings.noPast')}</p>;
  return (
    <ul className="cards past">
      {past.map((warning) => (
        <li key={warning.id} className="card">
          <WarningFacts warning={warning} />
        </li>
      ))}
    </ul>
  );
}

/** The open incidents inside warnings; undefined for who doesn't see the city's incidents. */
function useWarned(rows: readonly WarningRow[]) {
  const { city } = useDesk();
  const since = rows.map(({ id, revision }) => `${id} ${revision}`).join();
  const asked = useAsked(warnedIncidentsDocument, { city: city.city.id }, since);
  return asked.at === 'known' ? asked.data.warned : undefined;
}

function InForceKnowing({ rows }: { rows: readonly WarningRow[] }) {
  const warned = useWarned(rows);
  return (
    <ul className="cards">
      {rows.map((row) => (
        <WarningCard
          key={row.id}
          warning={row}
          inside={warned?.filter(({ warnings }) => warnings.includes(row.id))}
        />
      ))}
    </ul>
  );
}

/** The warnings in force [预警], the worst first, live; below them those that have ended. */
export default function Warnings() {
  const { warnings, viewer } = useDesk();
  const { t } = useWords();
  const rows = useAllRows(warnings.store);
  const state = useSignal(warnings.state);
  if (rows.length === 0 && state === 'loading') return <Waiting />;
  const sees = allows(viewer.may, 'readIncidentBoard');
  return (
    <main className="board" data-testid="warnings">
      <div className="board-head">
        <h1>{t('view.warnings')}</h1>
        <Issue />
      </div>
      {state === 'failed' && <Failed />}
      {state === 'live' && rows.length === 0 && <p className="nothing">{t('warnings.none')}</p>}
      {sees ? (
        <InForceKnowing rows={rows} />
      ) : (
        <ul className="cards">
          {rows.map((row) => (
            <WarningCard key={row.id} warning={row} inside={undefined} />
          ))}
        </ul>
      )}
      <h2>{t('warnings.past')}</h2>
      <Past rows={rows} />
    </main>
  );
}
