import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assignmentIdOf, incidentIdOf, taskIdOf } from '../../local/src/import/ids.ts';
import { importPath, type Log, openLog, type Rows, streamsOf, writeRows } from './importing.ts';

let log: Log;
beforeEach(async () => {
  log = await openLog();
});
afterEach(() => log.close());

const at = (time: string): string => `06/02/2020 ${time}`;
const gasLeak = '990010001';
const rows: Rows = [
  {},
  {
    'Unit ID': '91',
    'Unit Type': 'PRIVATE',
    'ALS Unit': 'false',
    'Response DtTm': '',
    'On Scene DtTm': '',
    'Available DtTm': at('12:50:00 AM'),
    RowID: `${gasLeak}-91`,
  },
  { 'Call Number': '', RowID: 'nobody-E91' },
  {
    'Call Number': '990010002',
    'Call Type': 'Medical Incident',
    'Call Type Group': '',
    'Received DtTm': at('12:20:00 AM'),
    'Entry DtTm': at('12:21:00 AM'),
    'Dispatch DtTm': at('12:30:00 AM'),
    'Response DtTm': '',
    'On Scene DtTm': at('12:35:00 AM'),
    'Transport DtTm': at('12:36:00 AM'),
    'Hospital DtTm': at('12:39:00 AM'),
    'Available DtTm': at('12:39:30 AM'),
    'Final Priority': '2',
    'Call Final Disposition': 'Code 2 Transport',
    Battalion: 'B01',
    'Neighborhooods - Analysis Boundaries': 'Chinatown',
    RowID: '990010002-E91',
  },
  { 'Available DtTm': at('12:04:00 AM'), RowID: 'late-E91' },
];

const typesOf = async (stream: string) =>
  (await streamsOf(log)).get(stream)?.map(({ type, data, occurredAt }) => {
    const stage = 'stage' in data ? ` ${data.stage}` : '';
    return `${occurredAt.slice(11, 19)} ${type}${stage}`;
  });

describe('importing fire calls', () => {
  it('[I3] tells each call from its report to its closing, with the times of the file', async () => {
    const { tally, plan } = await importPath(log, await writeRows(log, 'calls.csv', rows));
    expect(tally).toMatchObject({ rejected: [], skipped: 0, leftOpen: new Map() });
    expect(plan).toMatchObject({ stacked: 1, inferred: 0 });
    expect(await typesOf(`incident-${incidentIdOf(gasLeak)}`)).toEqual([
      '06:58:00 IncidentReported',
      '06:59:00 IncidentConfirmed',
      '06:59:00 ResponsibilityAssigned',
      '06:59:00 PlanApplied',
      '06:59:00 TaskAssigned',
      '06:59:00 TaskAssigned',
      '06:59:00 UnitsRequested',
      '06:59:00 UnitsRequested',
      '07:00:00 UnitCommitted',
      '07:00:00 UnitCommitted',
      '07:01:30 UnitStageRecorded enRoute',
      '07:05:00 UnitStageRecorded onScene',
      '07:40:00 UnitStageRecorded cleared',
      '07:50:00 UnitStageRecorded cleared',
      '07:50:00 TaskCancelled',
      '07:50:00 TaskCancelled',
      '07:50:00 IncidentResolved',
      '07:50:00 IncidentClosed',
    ]);
    const found = await log.store.readIncident(incidentIdOf(gasLeak));
    expect(found?.state).toMatchObject({
      city: 'san-francisco',
      status: 'closed',
      reference: gasLeak,
      type: 'gas-leak-natural-and-lp-gases',
      priority: 2,
      place: { address: '100 Block of SAMPLE ST', cell: 'mission-b02', district: 'b02' },
      resolved: { by: { kind: 'importer', id: 'importer:sf-fire' } },
      closed: { by: { kind: 'importer', id: 'importer:sf-fire:closing' } },
      responsible: { department: 'fire' },
    });
    const [pump] = [...(found?.state.unitRequests.values() ?? [])];
    expect(pump).toMatchObject({ capability: 'pump', count: 1, plan: found?.state.type });
    const under = [...(found?.state.commitments.values() ?? [])].filter(
      ({ request }) => request === pump?.request,
    );
    expect(under.map(({ callSign }) => callSign)).toEqual(['E91']);
  });

  it('[U1] stacks an overlapping assignment and records its stages late', async () => {
    await importPath(log, await writeRows(log, 'calls.csv', rows));
    expect(await typesOf('unit-san-francisco.E91')).toEqual([
      '07:00:00 UnitRegistered',
      '07:00:00 UnitOnDuty',
      '07:00:00 UnitDispatched',
      '07:01:30 AssignmentStageReached enRoute',
      '07:05:00 AssignmentStageReached onScene',
      '07:30:00 AssignmentStacked',
      '07:40:00 AssignmentStageReached cleared',
      '07:30:00 AssignmentActivated',
      '07:35:00 AssignmentStageReached onScene',
      '07:36:00 AssignmentStageReached transporting',
      '07:39:00 AssignmentStageReached atDestination',
      '07:39:30 AssignmentStageReached cleared',
    ]);
    const found = await log.store.readIncident(incidentIdOf('990010002'));
    const held = found?.state.commitments.get(assignmentIdOf('990010002-E91'));
    expect(found?.state).toMatchObject({ status: 'closed', priority: 3, what: 'Medical Incident' });
    expect(held).toMatchObject({ stage: 'cleared', department: 'fire' });
    expect(held?.reached).toMatchObject({ onScene: '2020-06-02T07:35:00.000Z' });
  });

  it('[I2] reports bad rows by line and imports the rest', async () => {
    const { file } = await importPath(log, await writeRows(log, 'calls.csv', rows));
    expect(file.bad.map(({ line, reason }) => [line, reason.code])).toEqual([
      [4, 'missing'],
      [6, 'stageOrder'],
    ]);
    expect([...(await streamsOf(log)).keys()].sort()).toEqual(
      [
        'city-san-francisco',
        'unit-san-francisco.91',
        'unit-san-francisco.E91',
        `incident-${incidentIdOf(gasLeak)}`,
        `incident-${incidentIdOf('990010002')}`,
      ].sort(),
    );
  });

  it('[I1] adds nothing the second time', async () => {
    const path = await writeRows(log, 'calls.csv', rows);
    const first = await importPath(log, path);
    const position = await log.store.lastPosition();
    const second = await importPath(log, path);
    expect(first.tally.events).toBeGreaterThan(30);
    expect(second.tally).toMatchObject({
      events: 0,
      rejected: [],
      already: second.plan.steps.length,
    });
    expect(await log.store.lastPosition()).toBe(position);
  });

  it('[I1] carries on where it was stopped, to the same record', async () => {
    const path = await writeRows(log, 'calls.csv', rows);
    for (let run = 0; run < 4; run += 1) {
      const stop = new AbortController();
      let steps = 0;
      const onProgress = () => {
        steps += 1;
        if (steps === 3) stop.abort();
      };
      await importPath(log, path, { signal: stop.signal, onProgress });
    }
    await importPath(log, path);
    const whole = await openLog();
    try {
      await importPath(whole, await writeRows(whole, 'calls.csv', rows));
      expect(await streamsOf(log)).toEqual(await streamsOf(whole));
    } finally {
      await whole.close();
    }
  });

  it('leaves an incident to people once one of them has taken a task', async () => {
    const path = await writeRows(log, 'calls.csv', [{}]);
    const stop = new AbortController();
    const task = taskIdOf(gasLeak, 'gas');
    const incident = incidentIdOf(gasLeak);
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      if (steps === 5) stop.abort();
    };
    await importPath(log, path, { signal: stop.signal, onProgress });
    const actor = { kind: 'person', id: 'gas', name: 'Gas liaison' } as const;
    const accepted = await log.store.incident(
      incident,
      { type: 'AcceptTask', data: { task } },
      { commandId: randomUUID(), actor },
    );
    expect(accepted).toMatchObject({ kind: 'accepted' });
    const { tally } = await importPath(log, path);
    expect(tally.leftOpen).toEqual(new Map([[gasLeak, 'people']]));
    const found = await log.store.readIncident(incident);
    expect(found?.state.status).toBe('responding');
    expect([...(found?.state.tasks.values() ?? [])].map(({ status }) => status)).toEqual([
      'accepted',
      'cancelled',
    ]);
  });

  it('clears a unit that an earlier file left under way, and ends that call', async () => {
    await importPath(log, await writeRows(log, 'one.csv', [{ 'Available DtTm': '' }]));
    const open = await log.store.readIncident(incidentIdOf(gasLeak));
    expect(open?.state.status).toBe('responding');
    const later = {
      'Call Number': '990010003',
      'Received DtTm': at('01:00:00 AM'),
      'Entry DtTm': at('01:00:00 AM'),
      'Dispatch DtTm': at('01:01:00 AM'),
      'Response DtTm': '',
      'On Scene DtTm': '',
      'Available DtTm': at('01:10:00 AM'),
      RowID: '990010003-E91',
    };
    const { tally } = await importPath(log, await writeRows(log, 'two.csv', [later]));
    expect(tally).toMatchObject({ freed: 1, rejected: [], leftOpen: new Map() });
    const closed = await log.store.readIncident(incidentIdOf(gasLeak));
    expect(closed?.state.status).toBe('closed');
    const held = closed?.state.commitments.get(assignmentIdOf(`${gasLeak}-E91`));
    expect(held?.reached.cleared).toBe('2020-06-02T08:01:00.000Z');
  });

  it('[I2] reports what is refused by line and leaves out only what depends on it', async () => {
    const long = 'X'.repeat(300);
    const path = await writeRows(log, 'calls.csv', [{ Address: long }, rows[3] ?? {}]);
    const { tally } = await importPath(log, path);
    expect(tally.rejected).toMatchObject([
      { line: 2, rejection: { rejected: 'tooLong', field: 'place.address' } },
    ]);
    expect(tally.skipped).toBeGreaterThan(0);
    const found = await log.store.readIncident(incidentIdOf('990010002'));
    expect(found?.state.status).toBe('closed');
  });
});
