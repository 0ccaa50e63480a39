import type { OpenWork } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { dutyText } from './dutyText.ts';

const kinds = ['incidents', 'tasks', 'actions'] as const;

/** What was open, by kind: number, what it is, how far it is, by when. */
export function OpenLists({ open }: { open: OpenWork }) {
  const words = useWords();
  const { t, minute } = words;
  const { heading, more, status } = dutyText(t);
  const lines = {
    incidents: open.incidents.map((one) => ({ ...one, text: one.what, by: null })),
    tasks: open.tasks.map((one) => ({ ...one, text: one.instruction, by: one.finishBy })),
    actions: open.actions.map((one) => ({ ...one, by: one.dueBy })),
  };
  const shown = kinds.filter((kind) => open.counts[kind] > 0);
  if (shown.length === 0) return <p className="quiet">{t('duty.nothingOpen')}</p>;
  return (
    <div className="open-lists">
      {shown.map((kind) => (
        <section key={kind}>
          <h3>{heading(kind, open.counts[kind])}</h3>
          <ul>
            {lines[kind].map((line) => (
              <li key={line.id}>
                <b>{line.number}</b> {line.text}{' '}
                <span className="quiet">
                  {status(kind, line.status)}
                  {line.by !== null && ` · ${t('duty.by', { time: minute(line.by) })}`}
                </span>
              </li>
            ))}
          </ul>
          {open.counts[kind] > lines[kind].length && (
            <p className="quiet">{more(open.counts[kind] - lines[kind].length)}</p>
          )}
        </section>
      ))}
    </div>
  );
}
