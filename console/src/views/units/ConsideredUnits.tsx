import type { Considered, Recommendation } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { duration } from '../../i18n/format.ts';
import { chosenOf, rankOf } from '../../store/recommendation.ts';

/** How many besides the recommended are shown at first; the rest is a press away. */
const nextBest = 2;

function Reason({ one }: { one: Considered }) {
  const { t } = useWords();
  const { reason, incidentNumber, fromStation, metres } = one;
  const at = incidentNumber === null ? '' : ` ${t('units.committed', { number: incidentNumber })}`;
  const far =
    metres === null ? '' : ` · ${t('recommend.distance', { km: (metres / 1000).toFixed(1) })}`;
  const from = fromStation ? ` · ${t('recommend.fromStation')}` : '';
  return <span>{`${t(`recommend.reason.${reason}`)}${at}${far}${from}`}</span>;
}

/** Every unit that was considered, the best first: rank, call sign, travel time and why. */
export function ConsideredUnits({
  shown,
  picked,
  all,
  onToggle,
  onAll,
}: {
  shown: Recommendation;
  picked: readonly string[];
  all: boolean;
  onToggle: (unit: string) => void;
  onAll: () => void;
}) {
  const { t } = useWords();
  const { considered } = shown;
  const shownFirst = chosenOf(shown).length + nextBest;
  const visible = considered.filter(
    ({ unit }, at) => all || at < shownFirst || picked.includes(unit),
  );
  return (
    <>
      <ol>
        {visible.map((one) => {
          const rank = rankOf(shown, one.unit);
          return (
            <li key={one.unit} className={rank === 0 ? 'hindered' : ''} data-status={one.reason}>
              <label data-testid={`considered-${one.callSign}`}>
                <input
                  type="checkbox"
                  checked={picked.includes(one.unit)}
                  disabled={one.reason === 'OFF_DUTY'}
                  onChange={() => onToggle(one.unit)}
                />
                <span>{rank === 0 ? '–' : rank}</span>
                <b className="call-sign">{one.callSign}</b>
                <span>{one.seconds === null ? '?' : `≈ ${duration(one.seconds * 1000)}`}</span>
                <Reason one={one} />
              </label>
            </li>
          );
        })}
      </ol>
      {!all && considered.length > visible.length && (
        <button type="button" className="plain" onClick={onAll}>
          {t('recommend.all', { count: considered.length })}
        </button>
      )}
    </>
  );
}
