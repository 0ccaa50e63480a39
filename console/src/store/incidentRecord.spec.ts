import { describe, expect, it } from 'vitest';
import type { Entry, Incident } from '../api/types.ts';
import { newsFrom, openRecord, withNews } from './incidentRecord.ts';

const at = '2026-05-01T08:00:00.000Z';
const incident = (revision: string): Incident => ({
  id: 'i',
  number: 1,
  city: 'xinghe',
  status: 'REPORTED',
  exercise: false,
  what: 'smoke',
  channel: 'PHONE',
  place: { address: 'Riverside 3', lon: null, lat: null, cell: null, district: null },
  reporter: null,
  personalDataErased: null,
  reference: null,
  type: null,
  class: null,
  grade: null,
  priority: null,
  reported: {
    by: { kind: 'PERSON', id: 'p', name: 'P', role: null, department: null, console: null },
    occurredAt: at,
    recordedAt: at,
    note: null,
    revision: null,
  },
  confirmed: null,
  contained: null,
  resolved: null,
  closed: null,
  cancelled: null,
  cancelReason: null,
  kind: null,
  receivedAt: null,
  answeredAt: null,
  linked: [],
  mergedInto: null,
  absorbed: [],
  responsible: null,
  responseLevel: null,
  responseLevelSet: null,
  jurisdiction: { level: 'DISTRICT', district: null },
  tasks: [],
  commitments: [],
  mutualAid: [],
  plans: [],
  supplies: [],
  unitRequests: [],
  notes: [],
  command: [],
  consultations: [],
  situations: [],
  attachments: [],
  struck: [],
  findings: [],
  actions: [],
  revision,
  position: revision,
  lastRevision: revision,
  may: [],
});
const entry = (revision: string, console: string | null = 'web-a'): Entry => ({
  incident: 'i',
  revision,
  position: revision,
  event: revision,
  type: 'NoteAdded',
  occurredAt: at,
  recordedAt: at,
  actor: {
    kind: 'PERSON',
    id: 'p',
    name: 'P',
    role: 'DISPATCHER',
    department: null,
    console,
    onBehalfOf: null,
  },
  commandId: revision,
  causationId: revision,
  correlationId: revision,
  task: null,
  department: null,
  data: null,
  hash: '',
});

describe('an incident that is open on a console', () => {
  const opened = openRecord(incident('9'), [entry('8'), entry('9')]);

  it('takes what came after it, once, and compares revisions as numbers', () => {
    const news = withNews(opened, incident('10'), [entry('9'), entry('10')]);
    expect(news.entries.map((one) => one.revision)).toEqual(['8', '9', '10']);
    expect(news.incident.revision).toBe('10');
    expect(withNews(news, incident('9'), [entry('9')])).toBe(news);
  });

  it("names as news what other consoles did since, never one's own", () => {
    const news = withNews(opened, incident('12'), [
      entry('10', 'web-b'),
      entry('11'),
      entry('12', null),
    ]);
    expect(newsFrom(news, 'web-a').map((one) => one.revision)).toEqual(['10', '12']);
  });
});
