import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { intervalsDocument } from '../../api/documents/intervals.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords, type Words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { csvOf } from './csv.ts';
import { type Question, variablesOf } from './question.ts';

type Answer = ResultOf<typeof intervalsDocument>['intervals'];
type Group = Answer['all'];
type Target = Answer['targets'][number];
type Said = Words & { readonly t: Text };

const percents = [50, 90, 95, 99] as const;
const columns = ['p50', 'p90', 'p95', 'p99', 'longest'] as const;
const rounded = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds * 10) / 10;

/** Under two minutes seconds, as targets say them; above, minutes and seconds. */
function length(seconds: number | null, t: Text): string {
  if (seconds === null) return '–';
  if (seconds < 120) return t('intervals.seconds', { seconds: rounded(seconds) ?? 0 });
  const whole = Math.round(seconds);
  return t('intervals.duration', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

function nameOf(key: Group['key'], by: Question['by'], said: Said): string {
  const [value] = key;
  if (value === undefined) return said.t('intervals.all');
  if (value === null) return said.t('intervals.unknown');
  switch (by) {
    case 'DEPARTMENT':
      return said.department(value);
    case 'TYPE':
      return said.type(value);
    case 'DISTRICT':
      return said.district(value);
    case 'CELL':
      return said.cell(value);
    case 'HOUR':
      return `${value}:00–${value}:59`;
    default:
      return value;
  }
}

const targetName = ({ seconds, percent, department }: Target, { t, ...words }: Said): string =>
  department === null
    ? t('intervals.target', { seconds, percent })
    : t('intervals.targetOf', { seconds, percent, department: words.department(department) });

const shareOf = ({ within, count }: Group['targets'][number]): number =>
  Math.floor((within * 1000) / count) / 10;

function Share({ kept, target }: { kept: Group['targets'][number]; target: Target }) {
  const { t } = useWords();
  const { within, count } = kept;
  if (count === 0) return <td>–</td>;
  return (
    <td>
      {t('intervals.within', { percent: shareOf(kept), count })}
      {within * 100 < target.percent * count && <strong> {t('intervals.missed')}</strong>}
    </td>
  );
}

/** A line a group, all together first: what the table shows, and the reasons apart. */
function linesOf(answer: Answer, { by }: Question, said: Said) {
  const { t } = said;
  const reasons = answer.all.excluded.map(({ reason }) => reason);
  const head = [
    by === 'NONE' ? '' : t(`intervals.dimensions.${by}`),
    t('intervals.counted'),
    ...percents.map((percent) => t('intervals.percentile', { percent })),
    t('intervals.longest'),
    ...reasons.map((reason) => t(`intervals.reasons.${reason}`)),
    ...answer.targets.map((target) => targetName(target, said)),
  ];
  const rows = [answer.all, ...answer.groups].map((group) => [
    nameOf(group.key, by, said),
    group.count,
    ...columns.map((column) => rounded(group[column])),
    ...reasons.map((one) => group.excluded.find(({ reason }) => reason === one)?.count ?? 0),
    ...group.targets.map((kept) => (kept.count === 0 ? null : shareOf(kept))),
  ]);
  return [head, ...rows];
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
}

function Row({ group, answer, by }: { group: Group; answer: Answer; by: Question['by'] }) {
  const said = useWords();
  const { t } = said;
  return (
    <tr>
      <th scope="row">{nameOf(group.key, by, said)}</th>
      <td>{group.count}</td>
      {columns.map((column) => (
        <td key={column}>{length(group[column], t)}</td>
      ))}
      {group.targets.map((kept, at) => {
        const target = answer.targets[at];
        return target && <Share key={target.id} kept={kept} target={target} />;
      })}
      <td>
        {group.excluded.length === 0
          ? 0
          : group.excluded
              .map(({ reason, count }) =>
                t('intervals.reason', { reason: t(`intervals.reasons.${reason}`), count }),
              )
              .join(', ')}
      </td>
    </tr>
  );
}

function Table({ answer, question }: { answer: Answer; question: Question }) {
  const said = useWords();
  const { t } = said;
  const { by } = question;
  return (
    // Scrolled by keyboard as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="scrolls" aria-label={t('intervals.title')} tabIndex={0}>
      <table data-testid="interval-figures">
        <thead>
          <tr>
            <th scope="col">{by === 'NONE' ? '' : t(`intervals.dimensions.${by}`)}</th>
            <th scope="col">{t('intervals.counted')}</th>
            {percents.map((percent) => (
              <th key={percent} scope="col">
                {t('intervals.percentile', { percent })}
              </th>
            ))}
            <th scope="col">{t('intervals.longest')}</th>
            {answer.targets.map((target) => (
              <th key={target.id} scope="col">
                {targetName(target, said)}
              </th>
            ))}
            <th scope="col">{t('intervals.excluded')}</th>
          </tr>
        </thead>
        <tbody>
          {[answer.all, ...(by === 'NONE' ? [] : answer.groups)].map((group) => (
            <Row key={JSON.stringify(group.key)} group={group} answer={answer} by={by} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is measured, by whose targets, and why some are not counted. */
function Definition({ answer }: { answer: Answer }) {
  const said = useWords();
  const { t, name } = said;
  return (
    <div className="interval-definition">
      <p>
        {name(answer.definition)} {t('intervals.method')}
      </p>
      <ul>
        {answer.targets.map((one) => (
          <li key={one.id}>
            {one.source === ''
              ? t('intervals.sourceAsked', { target: targetName(one, said) })
              : t('intervals.source', { target: targetName(one, said), source: one.source })}
          </li>
        ))}
        {answer.all.excluded.map(({ reason, text }) => (
          <li key={reason}>
            {t(`intervals.reasons.${reason}`)}: {name(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Figures({ question }: { question: Question }) {
  const { city } = useDesk();
  const said = useWords();
  const { t, fromEntered } = said;
  const [turn, setTurn] = useState(0);
  const variables = variablesOf(city.city.id, question, fromEntered);
  const asked = useAsked(intervalsDocument, variables, String(turn));
  if (asked.at === 'loading') return <Waiting />;
  if (asked.at === 'failed') return <Failed why={asked.why} onRetry={() => setTurn(turn + 1)} />;
  const { intervals: answer } = asked.data;
  const { span, from, to } = question;
  const nothing = answer.all.count === 0 && answer.all.excluded.length === 0;
  return (
    <>
      <div className="board-head">
        <h2>{t(`intervals.spans.${span}`)}</h2>
        <span className="quiet">
          {from} – {to}
        </span>
        {!nothing && (
          <button
            type="button"
            onClick={() =>
              save(
                `${span.toLowerCase()}-${from}-${to}.csv`,
                csvOf(linesOf(answer, question, said)),
              )
            }
          >
            {t('intervals.csv')}
          </button>
        )}
      </div>
      {nothing && <p className="nothing">{t('intervals.empty')}</p>}
      {!nothing && <Table answer={answer} question={question} />}
      {answer.more && <p>{t('intervals.more')}</p>}
      <Definition answer={answer} />
    </>
  );
}
