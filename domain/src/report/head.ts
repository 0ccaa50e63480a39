import type { Incident } from '../incident/incident.ts';
import { redactedText } from '../privacy/openings.ts';
import { isNamed } from '../privacy/person.ts';
import type { Cell, Section } from './document.ts';
import type { Telling } from './telling.ts';
import type { Word } from './words.ts';

const grades = ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'];
const turns = ['reported', 'confirmed', 'contained', 'resolved', 'closed', 'cancelled'] as const;

/** Reports name no caller: they go where the right to see one does not. */
function callerWord({ reporter, erased }: Incident): Word {
  if (erased) return 'callerErased';
  if (!isNamed(reporter) && !reporter.protected) return 'callerUnknown';
  const { protected: kept } = reporter;
  return kept && kept.key === undefined ? 'callerLeftOut' : 'callerKept';
}

const leavesOut = ({ events }: Telling): boolean =>
  events.some(({ data }) => JSON.stringify(data).includes(redactedText));

/** What, where, how bad, and when it turned. */
export function headSection(telling: Telling, number: number | undefined): Section {
  const { incident, city, language, say, sayAny, time } = telling;
  const { place } = incident;
  const cell = place.cell === undefined ? undefined : city?.cells.get(place.cell);
  const point = place.lon === undefined ? '' : ` (${place.lon}, ${place.lat})`;
  const where = `${place.address}${point}${cell ? ` · ${cell.name[language]}` : ''}`;
  const type = city?.types.get(incident.type ?? '')?.name[language] ?? incident.type;
  const facts: [Word, Cell | undefined][] = [
    ['number', number === undefined ? undefined : String(number)],
    ['incident', incident.id],
    ['reference', incident.reference],
    ['city', city?.name[language] ?? incident.city],
    ['what', incident.what],
    ['place', where],
    ['type', type],
    ['grade', incident.grade === undefined ? undefined : grades[incident.grade]],
    ['priority', incident.priority === undefined ? undefined : String(incident.priority)],
    ['status', sayAny(incident.status)],
    ['caller', say(callerWord(incident))],
    ['redacted', leavesOut(telling) ? `${redactedText} ${say('redactedMeans')}` : undefined],
  ];
  const when = turns.flatMap((turn): [Word, Cell][] => {
    const link = incident[turn];
    if (!link) return [];
    const said = 'summary' in link ? link.summary : 'note' in link ? link.note : '';
    const text = `${time(link.occurredAt)} · ${link.by.name}`;
    return [[turn, said === '' ? text : `${text} · ${said}`]];
  });
  const known = [...facts, ...when].flatMap(([word, value]): [string, Cell][] =>
    value === undefined ? [] : [[say(word), value]],
  );
  return { title: say('incident'), blocks: [{ kind: 'facts', facts: known }] };
}
