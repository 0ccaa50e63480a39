import { describe, expect, it } from 'vitest';
import {
  assigned,
  cancelled,
  closed,
  commander,
  confirmed,
  contained,
  fireLiaison,
  fireTask,
  given,
  open,
  policeLiaison,
  policeTask,
  reported,
  resolved,
  started,
  taskIn,
} from '../../incident.testkit.ts';
import type { Actor, Recorded } from '../../metadata.ts';
import { dispatcher, now, person, recorded } from '../../specification.testkit.ts';
import type { IncidentCommand } from '../commands.ts';
import type { IncidentEvent } from '../events.ts';
import { touches } from '../touches.ts';

const chief: Actor = { ...commander, role: 'commander' };
const other = { account: 'other', name: 'Somebody Else' };
const by = (event: IncidentEvent, actor: Actor) => recorded<IncidentEvent>(event, { by: actor });
const taken: IncidentEvent = {
  type: 'CommandTaken',
  data: { role: 'incidentCommander', account: dispatcher.id, name: dispatcher.name },
};
const takenByFire: IncidentEvent = {
  type: 'RoleAssigned',
  data: {
    role: 'incidentCommander',
    account: fireLiaison.id,
    name: fireLiaison.name,
    department: 'fire',
  },
};
const safety: IncidentEvent = { type: 'RoleAssigned', data: { role: 'safety', ...other } };
const consultation = 'c-1';
const opened: IncidentEvent = {
  type: 'ConsultationOpened',
  data: { consultation, topic: 'Evacuate the block?', participants: ['fire', 'police'] },
};
const concluded: IncidentEvent = {
  type: 'ConsultationClosed',
  data: { consultation, summary: 'Block is evacuated' },
};
const decided: IncidentEvent = {
  type: 'DecisionRecorded',
  data: { consultation, decision: 'd-1', text: 'Evacuate' },
};
const longTexts = [
  ['', 'required'],
  ['\u202eevil', 'controlCharacters'],
  ['x'.repeat(4001), 'tooLong'],
] as const;

const everyCommand: readonly IncidentCommand[] = [
  { type: 'TakeCommand', data: {} },
  { type: 'AssignRole', data: { role: 'safety', ...other } },
  { type: 'RelieveRole', data: { role: 'safety', reason: 'Shift over' } },
  { type: 'TransferCommand', data: { to: other, briefing: 'All quiet' } },
  { type: 'OpenConsultation', data: { consultation, topic: 'x', participants: ['fire'] } },
  { type: 'JoinConsultation', data: { consultation } },
  { type: 'RecordDecision', data: { consultation, decision: 'd-1', text: 'x' } },
  { type: 'CloseConsultation', data: { consultation, summary: 'x' } },
  { type: 'ReportSituation', data: { sitrep: 's-1', text: 'x' } },
];

describe('[K1] command', () => {
  const take: IncidentCommand = { type: 'TakeCommand', data: {} };

  it('is taken by a dispatcher where nobody has it', () => {
    const state = given(...open)
      .when(take)
      .thenEvents(taken);
    expect(state.roles.get('incidentCommander')).toEqual({
      account: dispatcher.id,
      name: dispatcher.name,
      since: now,
    });
    given(...open, taken)
      .when(take)
      .thenNothing();
    given(...open, taken)
      .when(take, { actor: person('second') })
      .thenRejected('commandTaken', 'incident', { name: dispatcher.name });
  });
  it('is taken by a commander from whoever has it', () => {
    given(...open, taken)
      .when(take, { actor: chief })
      .thenEvents({
        type: 'CommandTaken',
        data: { role: 'incidentCommander', account: chief.id, name: chief.name },
      });
  });
  it('is handed over with a briefing, by the one who has it or a commander', () => {
    const hand: IncidentCommand = {
      type: 'TransferCommand',
      data: { to: { ...other, department: 'fire' }, briefing: 'Two crews inside' },
    };
    const from = { account: dispatcher.id, name: dispatcher.name };
    const transferred: IncidentEvent = {
      type: 'CommandTransferred',
      data: { from, to: { ...other, department: 'fire' }, briefing: 'Two crews inside' },
    };
    const state = given(...open, taken)
      .when(hand)
      .thenEvents(transferred);
    expect(state.roles.get('incidentCommander')?.name).toBe(other.name);
    given(...open, taken)
      .when(hand, { actor: chief })
      .thenEvents(transferred);
    given(...open, taken, transferred)
      .when(hand, { actor: chief })
      .thenNothing();
    given(...open, taken)
      .when(hand, { actor: person('second') })
      .thenRejected('notInCommand', 'incident', { name: dispatcher.name });
    given(...open)
      .when(hand)
      .thenRejected('nobodyInCommand', 'incident');
  });
  it('is not handed over without a briefing, nor to nobody', () => {
    for (const [briefing, code] of longTexts)
      given(...open, taken)
        .when({ type: 'TransferCommand', data: { to: other, briefing } })
        .thenRejected(code, 'briefing');
    const to = (holder: object): IncidentCommand => ({
      type: 'TransferCommand',
      data: { to: { ...other, ...holder }, briefing: 'x' },
    });
    given(...open, taken)
      .when(to({ account: '' }))
      .thenRejected('required', 'to.account');
    given(...open, taken)
      .when(to({ name: '' }))
      .thenRejected('required', 'to.name');
    given(...open, taken)
      .when(to({ department: 'navy' }))
      .thenRejected('unknownDepartment', 'to.department');
  });
  it.each(everyCommand)('$type ends with the incident', (command) => {
    for (const end of [[resolved, closed], [cancelled]])
      given(...open, ...end)
        .when(command)
        .thenRejected('incidentStatus', 'incident');
  });
  it('goes on until the incident is closed', () => {
    given(...open, resolved)
      .when(take)
      .thenEvents(taken);
  });
});

describe('[K2] a role', () => {
  const assign = (data: object): IncidentCommand => ({
    type: 'AssignRole',
    data: { role: 'safety', ...other, ...data },
  });
  const relieve: IncidentCommand = {
    type: 'RelieveRole',
    data: { role: 'safety', reason: 'Shift over' },
  };

  it('has one holder; the next one takes the place of the last', () => {
    const state = given(...open)
      .when(assign({}))
      .thenEvents(safety);
    expect(state.roles.get('safety')?.account).toBe('other');
    given(...open, safety)
      .when(assign({}))
      .thenNothing();
    const next = given(...open, safety)
      .when(assign({ account: 'third', name: 'Third' }))
      .thenEvents({
        type: 'RoleAssigned',
        data: { role: 'safety', account: 'third', name: 'Third' },
      });
    expect([...next.roles.values()].map(({ account }) => account)).toEqual(['third']);
  });
  it('is laid down with a reason', () => {
    const state = given(...open, safety)
      .when(relieve)
      .thenEvents({
        type: 'RoleRelieved',
        data: { role: 'safety', ...other, reason: 'Shift over' },
      });
    expect(state.roles.size).toBe(0);
    given(...open)
      .when(relieve)
      .thenRejected('roleVacant', 'role', { role: 'safety' });
    for (const [reason, code] of longTexts)
      given(...open, safety)
        .when({ type: 'RelieveRole', data: { role: 'safety', reason } })
        .thenRejected(code, 'reason');
  });
  it('of the commander is given where nobody has it, and then only handed over', () => {
    given(...open)
      .when(assign({ role: 'incidentCommander' }))
      .thenEvents({ type: 'RoleAssigned', data: { role: 'incidentCommander', ...other } });
    given(...open, taken)
      .when(assign({ role: 'incidentCommander' }))
      .thenRejected('commandTaken', 'role', { name: dispatcher.name });
    given(...open, taken)
      .when({ type: 'RelieveRole', data: { role: 'incidentCommander', reason: 'x' } })
      .thenRejected('commandOnlyTransferred', 'role');
  });
  it('is one of the Incident Command System’s, held by somebody', () => {
    given(...open)
      .when(assign({ role: 'cook' }))
      .thenRejected('notOneOf', 'role');
    given(...open)
      .when({ type: 'RelieveRole', data: { role: 'cook' as 'safety', reason: 'x' } })
      .thenRejected('notOneOf', 'role');
    given(...open)
      .when(assign({ account: ' ' }))
      .thenRejected('required', 'account');
    given(...open)
      .when(assign({ name: 'x'.repeat(201) }))
      .thenRejected('tooLong', 'name');
    given(...open)
      .when(assign({ department: 'navy' }))
      .thenRejected('unknownDepartment', 'department', { department: 'navy' });
  });
  it('is given by a liaison only while in command', () => {
    for (const command of [assign({}), { ...relieve }]) {
      given(...open, safety)
        .when(command, { actor: fireLiaison })
        .thenRejected('notInCommand', 'incident', {});
      given(...open, safety, taken)
        .when(command, { actor: fireLiaison })
        .thenRejected('notInCommand', 'incident', { name: dispatcher.name });
    }
    given(...open, takenByFire)
      .when(assign({}), { actor: fireLiaison })
      .thenEvents(safety);
  });
});

describe('[K3] a consultation', () => {
  const join: IncidentCommand = { type: 'JoinConsultation', data: { consultation } };
  const start = (data: object = {}): IncidentCommand => ({
    type: 'OpenConsultation',
    data: {
      consultation,
      topic: 'Evacuate the block?',
      participants: ['fire', 'police'],
      ...data,
    },
  });

  it('calls departments together', () => {
    const state = given(...open)
      .when(start())
      .thenEvents(opened);
    expect(state.consultations.get(consultation)).toMatchObject({
      participants: ['fire', 'police'],
      joined: [],
      opened: { by: dispatcher },
    });
  });
  it('needs a topic, departments, and an id of its own', () => {
    given(...open, opened)
      .when(start())
      .thenRejected('alreadyExists', 'consultation');
    given(...open)
      .when(start({ topic: '' }))
      .thenRejected('required', 'topic');
    given(...open)
      .when(start({ participants: [] }))
      .thenRejected('required', 'participants');
    given(...open)
      .when(start({ participants: Array.from({ length: 33 }, () => 'fire') }))
      .thenRejected('tooMany', 'participants', { max: 32 });
    given(...open)
      .when(start({ participants: ['fire', 'navy'] }))
      .thenRejected('unknownDepartment', 'participants[1]', { department: 'navy' });
    given(...open)
      .when(start({ participants: ['fire', 'fire'] }))
      .thenRejected('alreadyInvited', 'participants[1]', { department: 'fire' });
    given(...open)
      .when(start(), { actor: fireLiaison })
      .thenRejected('notInCommand', 'incident');
  });
  it('is joined for an invited department, once a person', () => {
    const joined: IncidentEvent = {
      type: 'ConsultationJoined',
      data: { consultation, department: 'fire' },
    };
    given(...open, opened)
      .when(join, { actor: fireLiaison })
      .thenEvents(joined);
    const there = given(...open, opened, by(joined, fireLiaison));
    there.when(join, { actor: fireLiaison }).thenNothing();
    there.when(join, { actor: person('second', 'fire') }).thenEvents(joined);
    expect(there.state.consultations.get(consultation)?.joined).toEqual([
      { by: fireLiaison, occurredAt: now, recordedAt: now, department: 'fire' },
    ]);
    for (const actor of [dispatcher, person('gas-liaison', 'gas')])
      there.when(join, { actor }).thenRejected('notInvited', 'consultation', {
        departments: 'fire, police',
      });
  });
  it('is closed with its outcome, and then takes nothing more', () => {
    const close: IncidentCommand = {
      type: 'CloseConsultation',
      data: { consultation, summary: 'Block is evacuated' },
    };
    given(...open, opened)
      .when(close)
      .thenEvents(concluded);
    given(...open, opened)
      .when(close, { actor: policeLiaison })
      .thenRejected('notInCommand', 'incident');
    for (const [summary, code] of longTexts)
      given(...open, opened)
        .when({ type: 'CloseConsultation', data: { consultation, summary } })
        .thenRejected(code, 'summary');
    for (const command of everyCommand.slice(5, 8)) {
      given(...open, opened, concluded)
        .when(command, { actor: command.type === 'JoinConsultation' ? fireLiaison : dispatcher })
        .thenRejected('consultationClosed', 'consultation', { name: dispatcher.name, at: now });
      given(...open)
        .when(command)
        .thenRejected('unknownConsultation', 'consultation');
    }
  });
});

describe('[K4] a decision', () => {
  const record = (data: object = {}): IncidentCommand => ({
    type: 'RecordDecision',
    data: { consultation, decision: 'd-1', text: 'Evacuate', ...data },
  });

  it('is kept with its consultation', () => {
    const state = given(...open, opened)
      .when(record())
      .thenEvents(decided);
    expect(state.consultations.get(consultation)?.decisions).toMatchObject([
      { id: 'd-1', text: 'Evacuate', revision: 3 },
    ]);
  });
  it('becomes a task in the same append', () => {
    const task = { ...policeTask, origin: { decision: 'd-1' } };
    const state = given(...open, opened)
      .when(record({ becomes: policeTask }))
      .thenEvents(
        {
          type: 'DecisionRecorded',
          data: { ...decided.data, task: policeTask.task },
        } as IncidentEvent,
        assigned(task),
      );
    expect(state.tasks.get(policeTask.task)?.origin).toEqual({ decision: 'd-1' });
  });
  it('becomes no task that could not be assigned', () => {
    given(...open, assigned(), opened)
      .when(record({ becomes: { ...fireTask, task: 'another' } }))
      .thenRejected('leadTaken', 'becomes.part', { department: 'fire' });
    given(reported, opened)
      .when(record({ becomes: policeTask }))
      .thenRejected('incidentStatus', 'incident');
  });
  it('needs its text, an id of its own, and somebody to make it', () => {
    for (const [text, code] of longTexts)
      given(...open, opened)
        .when(record({ text }))
        .thenRejected(code, 'text');
    given(...open, opened, decided)
      .when(record())
      .thenRejected('alreadyExists', 'decision');
    given(...open, opened)
      .when(record(), { actor: fireLiaison })
      .thenRejected('notInCommand', 'incident');
  });
});

describe('[K5] situation reports', () => {
  const report = (data: object = {}): IncidentCommand => ({
    type: 'ReportSituation',
    data: { sitrep: 's-1', text: 'Fire is out on 3rd floor', ...data },
  });
  const first: IncidentEvent = {
    type: 'SituationReported',
    data: { sitrep: 's-1', text: 'Fire is out on 3rd floor', number: 1 },
  };

  it('are numbered', () => {
    given(...open)
      .when(report())
      .thenEvents(first);
    given(...open, first)
      .when(report({ sitrep: 's-2', text: 'Out' }))
      .thenEvents({ type: 'SituationReported', data: { sitrep: 's-2', text: 'Out', number: 2 } });
  });
  it('come from those who hold a role', () => {
    given(...open)
      .when(report(), { actor: fireLiaison })
      .thenRejected('holdsNoRole', 'incident', { name: fireLiaison.name });
    given(...open, takenByFire)
      .when(report(), { actor: fireLiaison })
      .thenEvents(first);
  });
  it('need their text and an id of their own', () => {
    for (const [text, code] of longTexts)
      given(...open)
        .when(report({ text }))
        .thenRejected(code, 'text');
    given(...open, first)
      .when(report())
      .thenRejected('alreadyExists', 'sitrep');
  });
});

describe('[K6] an attachment', () => {
  const facts = {
    attachment: 'a-1',
    name: 'Stairwell.jpg',
    mediaType: 'image/jpeg',
    bytes: 48_213,
    sha256: '9f'.repeat(32),
    uri: 'https://files.example/a/1',
  };
  const add = (data: object = {}): IncidentCommand => ({
    type: 'AddAttachment',
    data: { ...facts, ...data },
  });

  it('is kept by reference and digest, also after the end', () => {
    const event: IncidentEvent = { type: 'AttachmentAdded', data: facts };
    const state = given(...open)
      .when(add())
      .thenEvents(event);
    expect(state.attachments.get('a-1')).toMatchObject({ ...facts, by: dispatcher, revision: 2 });
    given(...open, resolved, closed)
      .when(add())
      .thenEvents(event);
    given(...open, event)
      .when(add())
      .thenRejected('alreadyExists', 'attachment');
    given(...open)
      .when(add({ uri: 'file-store:2026-03.jpg' }))
      .thenEvents({ type: 'AttachmentAdded', data: { ...facts, uri: 'file-store:2026-03.jpg' } });
  });
  it.each([
    [{ name: '' }, 'required', 'name'],
    [{ mediaType: 'jpeg' }, 'notAMediaType', 'mediaType'],
    [{ mediaType: 'text/html; charset=x' }, 'notAMediaType', 'mediaType'],
    [{ bytes: -1 }, 'outOfRange', 'bytes'],
    [{ bytes: 1.5 }, 'outOfRange', 'bytes'],
    [{ bytes: 2 ** 53 }, 'outOfRange', 'bytes'],
    [{ sha256: '9F'.repeat(32) }, 'notADigest', 'sha256'],
    [{ sha256: '9f'.repeat(31) }, 'notADigest', 'sha256'],
    [{ uri: '' }, 'required', 'uri'],
    [{ uri: 'http://files.example/a' }, 'uriScheme', 'uri'],
    [{ uri: 'javascript:alert(1)' }, 'uriScheme', 'uri'],
    [{ uri: 'https://me:secret@files.example/a' }, 'uriScheme', 'uri'],
    [{ uri: 'https://' }, 'uriScheme', 'uri'],
    [{ uri: 'file-store:../../etc/passwd' }, 'uriScheme', 'uri'],
    [{ uri: `https://files.example/${'x'.repeat(2000)}` }, 'tooLong', 'uri'],
  ] as const)('is refused with %o', (wrong, code, field) =>
    given(...open)
      .when(add(wrong))
      .thenRejected(code, field),
  );
});

describe('[K7] an entry', () => {
  const note = by({ type: 'NoteAdded', data: { note: 'n-1', text: 'Wrong street' } }, fireLiaison);
  const strike = (at: number, reason = 'It was the next street'): IncidentCommand => ({
    type: 'StrikeEntry',
    data: { revision: at, reason },
  });
  const struck: IncidentEvent = {
    type: 'EntryStruck',
    data: { revision: 2, reason: 'It was the next street' },
  };

  it('is struck by who wrote it or the command centre, and stays', () => {
    for (const actor of [fireLiaison, dispatcher, chief]) {
      const state = given(...open, note)
        .when(strike(2), { actor })
        .thenEvents(struck);
      expect(state.notes).toHaveLength(1);
      expect(state.struck.get(2)).toMatchObject({ reason: 'It was the next street' });
    }
    given(...open, note, struck)
      .when(strike(2))
      .thenNothing();
    given(...open, note)
      .when(strike(2), { actor: policeLiaison })
      .thenRejected('notTheAuthor', 'revision', { name: fireLiaison.name });
  });
  it('that is a step of the incident is not struck', () => {
    const record = [...taskIn.accepted, started];
    for (const at of record.keys())
      given(...record)
        .when(strike(at))
        .thenRejected('notStrikable', 'revision', { revision: at });
    given(...open, note, struck)
      .when(strike(3))
      .thenRejected('notStrikable', 'revision');
  });
  it.each<[string, IncidentEvent]>([
    ['progress', { type: 'TaskProgressed', data: { task: fireTask.task, note: 'x' } }],
    ['a decision', decided],
    [
      'a situation report',
      { type: 'SituationReported', data: { sitrep: 's', text: 'x', number: 1 } },
    ],
    [
      'an attachment',
      {
        type: 'AttachmentAdded',
        data: { attachment: 'a', name: 'x', mediaType: 'a/b', bytes: 1, sha256: '', uri: '' },
      },
    ],
    ['a finding', { type: 'FindingRecorded', data: { finding: 'f', text: 'x' } }],
    ['a report on an action', { type: 'ActionReported', data: { action: 'a', note: 'x' } }],
  ])('that is %s is struck', (_, event) => {
    given(...taskIn.accepted, opened, event)
      .when(strike(7))
      .thenEvents({ type: 'EntryStruck', data: { revision: 7, reason: 'It was the next street' } });
  });
  it('must be there, and the reason too', () => {
    for (const at of [-1, 1.5, 3])
      given(...open, note)
        .when(strike(at))
        .thenRejected('unknownEntry', 'revision', { revision: at });
    for (const [reason, code] of longTexts)
      given(...open, note)
        .when(strike(2, reason))
        .thenRejected(code, 'reason');
  });
  it('keeps its revision in the progress of a task', () => {
    const progress: IncidentEvent = {
      type: 'TaskProgressed',
      data: { task: fireTask.task, note: 'Valve shut' },
    };
    const { state } = given(...taskIn.accepted, progress);
    expect(state.tasks.get(fireTask.task)?.notes[0]?.revision).toBe(6);
  });
});

describe('[C4] what an unseen event means for a command', () => {
  const transferred: IncidentEvent = {
    type: 'CommandTransferred',
    data: { from: other, to: other, briefing: 'x' },
  };
  const relieved: IncidentEvent = {
    type: 'RoleRelieved',
    data: { role: 'safety', ...other, reason: 'x' },
  };
  const struck: IncidentEvent = { type: 'EntryStruck', data: { revision: 2, reason: 'x' } };
  const all: Record<string, IncidentEvent | Recorded<IncidentEvent>> = {
    confirmed,
    contained,
    closed,
    cancelled,
    taken,
    takenByFire,
    transferred,
    safety,
    relieved,
    opened,
    concluded,
    decided,
    struck,
    fireAssigned: assigned(fireTask),
  };
  const ends = ['closed', 'cancelled'];
  it.each<[IncidentCommand, readonly string[]]>([
    [{ type: 'TakeCommand', data: {} }, [...ends, 'taken', 'takenByFire', 'transferred']],
    [
      { type: 'TransferCommand', data: { to: other, briefing: 'x' } },
      [...ends, 'taken', 'takenByFire', 'transferred'],
    ],
    [{ type: 'AssignRole', data: { role: 'safety', ...other } }, [...ends, 'safety', 'relieved']],
    [
      { type: 'RelieveRole', data: { role: 'safety', reason: 'x' } },
      [...ends, 'safety', 'relieved'],
    ],
    [{ type: 'OpenConsultation', data: { consultation, topic: '', participants: [] } }, ends],
    [{ type: 'JoinConsultation', data: { consultation } }, ends],
    [
      {
        type: 'RecordDecision',
        data: { consultation, decision: 'd', text: 'x', becomes: fireTask },
      },
      [...ends, 'concluded', 'fireAssigned'],
    ],
    [{ type: 'RecordDecision', data: { consultation: 'c-2', decision: 'd', text: 'x' } }, ends],
    [{ type: 'CloseConsultation', data: { consultation, summary: 'x' } }, [...ends, 'concluded']],
    [{ type: 'ReportSituation', data: { sitrep: 's', text: 'x' } }, ends],
    [{ type: 'StrikeEntry', data: { revision: 2, reason: 'x' } }, ['struck']],
    [{ type: 'StrikeEntry', data: { revision: 1, reason: 'x' } }, []],
    [
      {
        type: 'AddAttachment',
        data: { attachment: 'a', name: 'x', mediaType: 'a/b', bytes: 1, sha256: '', uri: '' },
      },
      [],
    ],
  ])('$0.type', (command, expected) => {
    const touching = Object.entries(all)
      .filter(([, event]) => touches(command, 'meta' in event ? event : recorded(event)))
      .map(([name]) => name);
    expect(touching.sort()).toEqual([...expected].sort());
  });
});

it('an event on a consultation that was never opened changes nothing but the length', () => {
  const { state } = given(reported, concluded);
  expect(state).toEqual({ ...given(reported).state, length: 2 });
});
