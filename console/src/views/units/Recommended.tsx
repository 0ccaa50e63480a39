import { type FormEvent, useState } from 'react';
import { recommendUnitsDocument } from '../../api/documents/recommendation.ts';
import { dispatchUnit } from '../../api/documents/unitCommands.ts';
import type { Incident, Recommendation, UnitRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { isEnded } from '../../store/needs.ts';
import { chosenOf, isFromReserve, isOther, keptOf } from '../../store/recommendation.ts';
import { stateOf } from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/units.css';
import { useBoards } from '../dispatch/boards.ts';
import { ConsideredUnits } from './ConsideredUnits.tsx';
import { SendEach } from './SendEach.tsx';

interface Wanted {
  readonly incident: Incident;
  readonly capability: string;
  readonly count: number;
  /** The unit request that is filled by it. */
  readonly request?: string;
}

/** One dispatch for each picked unit, on the state of the unit that the screen shows. */
function ordersOf(
  { incident, request }: Wanted,
  shown: Recommendation,
  picked: readonly string[],
  rows: readonly UnitRow[],
  reason: string,
) {
  return picked.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const task = incident.tasks.find((one) => one.department === row.department && !isEnded(one));
    const other = !chosenOf(shown).includes(id);
    const said = {
      unit: id,
      assignment: crypto.randomUUID(),
      incident: incident.id,
      task: task?.id ?? null,
      request: request ?? null,
      stack: row.active !== null,
      recommendation: keptOf(shown, id),
      fromReserve: row.reserve !== null,
      reason: other ? reason.trim() || null : null,
    };
    return [{ key: said.assignment, label: row.callSign, said, revision: row.revision }];
  });
}

function Choosing({
  wanted,
  shown,
  rows,
  onSend,
}: {
  wanted: Wanted;
  shown: Recommendation;
  rows: readonly UnitRow[];
  onSend: (orders: ReturnType<typeof ordersOf>) => void;
}) {
  const { t } = useWords();
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const [all, setAll] = useState(false);
  const [reason, setReason] = useState('');
  const picked = shown.considered
    .map(({ unit }) => unit)
    .filter((unit) => chosenOf(shown).includes(unit) !== toggled.includes(unit));
  const toggle = (unit: string): void =>
    setToggled(toggled.includes(unit) ? toggled.filter((one) => one !== unit) : [...toggled, unit]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSend(ordersOf(wanted, shown, picked, rows, reason));
  };
  return (
    <form className="recommendation" onSubmit={send} data-testid="recommendation">
      <ConsideredUnits {...{ shown, picked, all }} onToggle={toggle} onAll={() => setAll(true)} />
      {isOther(shown, picked) && (
        <Field
          label={isFromReserve(shown, picked) ? t('recommend.whyReserve') : t('recommend.why')}
        >
          {(props) => (
            <input
              {...props}
              data-testid="recommend-reason"
              required={isFromReserve(shown, picked)}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="primary"
          data-testid="recommend-send"
          disabled={picked.length === 0}
        >
          {t('recommend.send', { count: picked.length })}
        </button>
        <span className="quiet">{t('recommend.rule', { rule: shown.rule })}</span>
      </div>
    </form>
  );
}

/**
 * Who should go [推荐]: the nearest that can, ticked, and every other with its reason. One press
 * sends those that are ticked, and each dispatch keeps what was shown.
 */
export function Recommended(wanted: Wanted) {
  const { incident, capability, count } = wanted;
  const { t } = useWords();
  const { units } = useBoards();
  const rows = useAllRows(units.store);
  const able = rows.filter((row) => row.capabilities.includes(capability));
  const [orders, setOrders] = useState<ReturnType<typeof ordersOf>>([]);
  const since = able.map((row) => `${row.id} ${stateOf(row)}`).join();
  const asked = useAsked(
    recommendUnitsDocument,
    { incident: incident.id, capability, count },
    since,
  );
  if (orders.length > 0)
    return (
      <div className="recommendation">
        <SendEach document={dispatchUnit} orders={orders} done={t('stage.DISPATCHED')} />
        <div className="buttons">
          <button type="button" onClick={() => setOrders([])}>
            {t('recommend.again')}
          </button>
        </div>
      </div>
    );
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const shown = asked.data.recommendUnits;
  if (shown.considered.length === 0) return <p className="quiet">{t('unitRequest.none')}</p>;
  return <Choosing wanted={wanted} shown={shown} rows={rows} onSend={setOrders} />;
}
