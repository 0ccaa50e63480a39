import { describe, expect, it } from 'vitest';
import { city } from '../../city.testkit.ts';
import type { IncidentEvent } from '../../incident/events.ts';
import {
  accepted,
  assigned,
  committed,
  confirmed,
  fireLiaison,
  policeLiaison,
  policeTask,
  reported,
  resolved,
} from '../../incident.testkit.ts';
import { type Actor, position, revision, type Stored } from '../../metadata.ts';
import { dispatcher, later, recorded } from '../../specification.testkit.ts';
import { activityLog } from './activityLog.ts';
import { statusSummary } from './statusSummary.ts';
import { formWords } from './words.ts';

/** Events by whom, at what second it happened, at what second it was written. */
const recordOf = (
  ...entries: readonly (readonly [IncidentEvent, Actor, number, number?])[]
): readonly Stored<IncidentEvent>[] =>
  entries.map(([event, by, at, written = at], index) => ({
    ...recorded<IncidentEvent>({ type: event.type, data: event.data } as IncidentEvent, {
      by,
      at: later(at),
      written: later(written),
    }),
    id: `e-${index}`,
    stream: 'incident-i-1',
    revision: revision(index),
    position: position(index * 10),
  }));

const note = (text: string): IncidentEvent => ({ type: 'NoteAdded', data: { note: text, text } });
const onScene: IncidentEvent = {
  type: 'UnitStageRecorded',
  data: { assignment: 'a-1', unit: 'xinghe.E1', stage: 'onScene' },
};
const policy: Actor = {
  kind: 'policy',
  id: 'policy:commitments',
  name: 'commitments',
  onBehalfOf: fireLiaison,
};

const record = recordOf(
  [reported, dispatcher, 0],
  [confirmed, dispatcher, 30],
  [assigned(), dispatcher, 60],
  [assigned(policeTask), dispatcher, 60],
  [accepted, fireLiaison, 70, 370],
  [committed, policy, 100],
  [onScene, policy, 400],
  [note('Smoke <b>north</b>'), policeLiaison, 420],
  [{ type: 'EntryStruck', data: { revision: 7, reason: 'It was steam' } }, dispatcher, 500],
  [
    {
      type: 'UnitsRequested',
      data: { request: 'u-1', capability: 'ladder', count: 3 },
    },
    dispatcher,
    510,
  ],
  [
    { type: 'SituationReported', data: { sitrep: 's', number: 1, text: 'Under control' } },
    dispatcher,
    520,
  ],
);

describe('[X55] the status summary', () => {
  it('says at each revision what was so then: version, resources, needs, what is planned', () => {
    const { html } = statusSummary(record, city, 'en', { number: 7 });
    for (const text of ['#7', 'update', 'Under control', 'E1', 'Measure and ventilate', 'ladder'])
      expect(html).toContain(text);
    expect(html).toContain('<td>1</td><td>1</td><td>0</td><td>E1</td>');
    const early = statusSummary(record.slice(0, 2), city, 'en').html;
    expect(early).toContain('initial');
    for (const text of ['Under control', 'E1', 'ladder']) expect(early).not.toContain(text);
    const ended = [...record, ...recordOf([resolved, dispatcher, 900])];
    expect(statusSummary(ended, city, 'zh').html).toContain(formWords.final.zh);
  });

  it('names the state of the record that it was made of', () => {
    const { html } = statusSummary(record, city, 'en');
    expect(html).toContain(record.at(-1)?.meta.hash);
    expect(html).not.toContain('13800000000');
  });
});

describe('[X56] the activity log', () => {
  const logOf = (of: Parameters<typeof activityLog>[3], since?: string) =>
    activityLog(record, city, 'en', of, { since }).html;

  it('is a department’s, a unit’s or a person’s', () => {
    const fire = logOf({ department: 'fire' });
    for (const text of ['accepted the task', 'E1', 'Measure and ventilate'])
      expect(fire).toContain(text);
    expect(fire).not.toContain('Keep the street clear');
    const unit = logOf({ unit: 'xinghe.E1' });
    expect(unit).toContain('on scene');
    expect(unit).not.toContain('accepted the task');
    const person = logOf({ person: 'police-liaison' });
    expect(person).toContain('Name of police-liaison');
    expect(person).not.toContain('accepted the task');
    expect(logOf({ person: 'nobody' })).toContain(formWords.noActivity.en);
  });

  it('says how late an entry is, and keeps a struck one, struck, with who and why', () => {
    expect(logOf({ department: 'fire' })).toContain('late entry +0:05:00');
    const police = logOf({ department: 'police' });
    expect(police).toMatch(
      /<s>added a note: Smoke &lt;b&gt;north&lt;\/b&gt;<\/s> <em>struck: Name of dispatcher, .* – It was steam<\/em>/,
    );
  });

  it('leaves out what had occurred before its period', () => {
    const later5 = logOf({ department: 'fire' }, later(300));
    expect(later5).not.toContain('accepted the task');
    expect(later5).toContain('on scene');
  });
});

it('[V1] every word of the forms is there in both languages', () => {
  for (const { zh, en } of Object.values(formWords))
    expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
});
