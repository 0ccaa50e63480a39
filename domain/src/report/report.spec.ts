import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../city.testkit.ts';
import { upcasters } from '../codec/upcasters.ts';
import type { IncidentEvent } from '../incident/events.ts';
import {
  assigned,
  committed,
  confirmed,
  fireLiaison,
  fireTask,
  reported,
  resolved,
} from '../incident.testkit.ts';
import { position, type Recorded, revision, type Stored } from '../metadata.ts';
import { later, recorded } from '../specification.testkit.ts';
import { afterActionReport } from './afterActionReport.ts';
import { eventWords } from './eventWords.ts';
import { words } from './words.ts';

type Event = IncidentEvent | Recorded<IncidentEvent>;
const at = (event: IncidentEvent, seconds: number, written = seconds) =>
  recorded<IncidentEvent>(event, { by: fireLiaison, at: later(seconds), written: later(written) });
const log = (...events: readonly Event[]): readonly Stored<IncidentEvent>[] =>
  events.map((event, index) => ({
    ...('meta' in event ? event : recorded<IncidentEvent>(event)),
    id: `e-${index}`,
    stream: 'incident-i-1',
    revision: revision(index),
    position: position(index * 10),
  }));
const city = cityOf({
  ...profile,
  targets: [
    { id: 'a', span: 'acknowledge', seconds: 60, percent: 90, source: 'City rule 7' },
    { id: 't', span: 'turnout', seconds: 80, percent: 90, source: 'NFPA 1710' },
    { id: 'p', span: 'turnout', seconds: 10, percent: 90, department: 'police', source: 'None' },
  ],
});

const evil = '<script>alert("x")</script> & | **bold** `tick`';
const task = fireTask.task;
const whole = log(
  reported,
  at(confirmed, 30),
  at(assigned(), 60),
  at({ type: 'TaskDelivered', data: { task } }, 61),
  at({ type: 'TaskSeen', data: { task } }, 70),
  at({ type: 'TaskAccepted', data: { task } }, 90, 125),
  at({ type: 'TaskStarted', data: { task } }, 100),
  at({ type: 'TaskProgressed', data: { task, note: 'Valve is shut' } }, 200),
  at(committed, 65),
  at(
    {
      type: 'UnitStageRecorded',
      data: { assignment: 'a-1', unit: 'xinghe.E1', stage: 'enRoute' },
    },
    165,
  ),
  at({ type: 'NoteAdded', data: { note: 'n-1', text: evil } }, 210),
  {
    type: 'RoleAssigned',
    data: { role: 'incidentCommander', account: 'c', name: 'Chen Jing' },
  },
  {
    type: 'ConsultationOpened',
    data: { consultation: 'c-1', topic: 'Evacuate?', participants: ['fire', 'police'] },
  },
  {
    type: 'DecisionRecorded',
    data: { consultation: 'c-1', decision: 'd-1', text: 'Evacuate 3 houses', task: 't-2' },
  },
  { type: 'SituationReported', data: { sitrep: 's-1', text: 'Under control', number: 1 } },
  {
    type: 'AttachmentAdded',
    data: {
      attachment: 'a-1',
      name: 'Photo',
      mediaType: 'image/jpeg',
      bytes: 5,
      sha256: 'ab'.repeat(32),
      uri: 'https://files.example/1',
    },
  },
  { type: 'EntryStruck', data: { revision: 7, reason: 'It was not' } },
  { type: 'FindingRecorded', data: { finding: 'f-1', text: 'No key', severity: 'high' } },
  {
    type: 'ActionAssigned',
    data: { action: 'x-1', finding: 'f-1', department: 'gas', text: 'A key', dueBy: later(9000) },
  },
  resolved,
);

describe('[G6] the after-action report', () => {
  const { document, markdown, html } = afterActionReport(whole, city, 'en', 12);
  const section = (title: string) =>
    JSON.stringify(document.sections.find((one) => one.title === title)?.blocks);

  it('tells every part of the record, in the city’s time', () => {
    expect(document.sections.map(({ title }) => title)).toEqual([
      'Incident',
      'Figures',
      'Command and roles',
      'Tasks',
      'Units',
      'Consultations and decisions',
      'Situation reports',
      'Attachments',
      'Findings and corrective actions',
      'Timeline',
      'Record',
    ]);
    expect(document.title).toBe('After-action report #12');
    expect(section('Incident')).toContain('2026-03-01 16:00:30');
    expect(section('Command and roles')).toContain('incident commander · Chen Jing');
    expect(section('Consultations and decisions')).toContain('Evacuate 3 houses');
    expect(section('Consultations and decisions')).toContain('became a task');
    expect(section('Attachments')).toContain('ab'.repeat(32));
    expect(section('Findings and corrective actions')).toContain('A key');
  });
  it('names both times of each link and the time since the assignment', () => {
    const row = ['Accepted', fireLiaison.name, '2026-03-01 16:01:30', '2026-03-01 16:02:05'];
    expect(section('Tasks')).toContain(JSON.stringify([...row, '0:00:30', '']));
  });
  it('holds what was measured against the city’s targets, with their source', () => {
    const figures = document.sections[1]?.blocks[0];
    expect(figures).toMatchObject({ kind: 'table' });
    expect(section('Figures')).toContain(
      JSON.stringify([
        'Acknowledging a task',
        '1',
        '0:00:30',
        '0:00:30',
        '≤ 0:01:00, 90%',
        '1/1 (100%)',
        'City rule 7',
      ]),
    );
    expect(section('Figures')).toContain('"≤ 0:01:20, 90%","0/1 (0%)","NFPA 1710"');
    expect(section('Figures')).toContain(
      '["Processing the alarm","1","0:01:00","0:01:00","","",""]',
    );
    expect(section('Figures')).not.toContain('"None"');
  });
  it('[K7] shows struck what was struck, wherever it stands', () => {
    const struck = expect.objectContaining({ struck: expect.stringContaining('It was not') });
    const cells = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])),
    );
    const valve = cells.filter((cell) => typeof cell === 'object');
    expect(valve).toEqual([struck, struck]);
    expect(html).toContain('<s>Valve is shut</s>');
    expect(markdown).toContain('~~Valve is shut~~ (struck');
  });
  it('ends with the place and the hash of the last entry', () => {
    expect(section('Record')).toContain(whole.at(-1)?.meta.hash);
    expect(section('Record')).toContain('"190"');
  });
  it('takes what people wrote for text, in Markdown and in HTML', () => {
    for (const text of [markdown, html]) {
      expect(text).not.toContain('<script');
      expect(text).toContain('&lt;script&gt;alert(');
    }
    expect(markdown).toContain('\\| \\*\\*bold\\*\\* \\`tick\\`');
    expect(html).not.toMatch(
      /<(?!\/?(html|head|meta|title|style|body|h1|h2|h3|p|table|thead|tbody|tr|th|td|s|em|section|!doctype)\b)/i,
    );
    expect(html).toContain('@page { size: A4');
  });
  it('escapes the city’s and people’s names too', () => {
    const first = { ...reported, data: { ...reported.data, what: '"><img src=x onerror=1>' } };
    const report = afterActionReport(log(first), undefined, 'zh');
    expect(report.html).not.toContain('<img');
    expect(report.markdown).not.toContain('<img');
  });
  it('is told in Chinese with the same parts', () => {
    const chinese = afterActionReport(whole, city, 'zh', 12);
    expect(chinese.html).toContain('<html lang="zh-CN">');
    expect(chinese.document.sections.map(({ blocks }) => blocks.length)).toEqual(
      document.sections.map(({ blocks }) => blocks.length),
    );
    for (const { title } of chinese.document.sections) expect(title).toMatch(/\p{Script=Han}/u);
  });
  it('says that an exercise was one', () => {
    const drill = { ...reported, data: { ...reported.data, exercise: true } };
    const { html: page } = afterActionReport(log(drill), city, 'en');
    expect(page).toContain('class="mark"');
    expect(html).not.toContain('class="mark"');
  });
  it('is the same for the same record', () =>
    expect(afterActionReport(whole, city, 'en', 12).html).toBe(html));
});

describe('[G6] the words of the report', () => {
  it('name every event of an incident in both languages', () => {
    for (const { zh, en } of [...Object.values(eventWords), ...Object.values(words)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}|^$/u);
    }
    for (const type of Object.keys(eventWords)) expect(upcasters).toHaveProperty(type);
  });
});
