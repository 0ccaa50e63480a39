import { type DutyRole, type Handover, type OpenWork, type Shift, shiftsAt } from '@tocsin/domain';
import type { DutyRow, HandoverRow, OnDutyRow } from '@tocsin/projections/queries';
import { nameFault, uuidFault } from '../commands/ids.ts';
import type { RequestContext } from '../context.ts';
import { openWork } from '../onDuty.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { citySubject, departmentSubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { LocalizedType } from './localized.ts';
import { streamBoardFields } from './streamBoard.ts';

export const DutyRoleEnum = enumOf<DutyRole>('DutyRole')('liaison', 'dutyOfficer');
const HandoverStatusEnum = enumOf<Handover['status']>('HandoverStatus')(
  'offered',
  'accepted',
  'withdrawn',
);

const DutyPersonType = builder.objectRef<Handover['from']>('DutyPerson').implement({
  fields: (t) => ({ account: t.exposeID('account'), name: t.exposeString('name') }),
});

const OnDutyType = builder.objectRef<OnDutyRow>('OnDuty').implement({
  fields: (t) => ({
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    role: t.expose('role', { type: DutyRoleEnum }),
    since: t.expose('since', { type: 'DateTime' }),
  }),
});

const OpenCountsType = builder.objectRef<OpenWork['counts']>('OpenCounts').implement({
  fields: (t) => ({
    incidents: t.exposeInt('incidents'),
    tasks: t.exposeInt('tasks'),
    actions: t.exposeInt('actions'),
  }),
});

const OpenIncidentType = builder
  .objectRef<OpenWork['incidents'][number]>('OpenIncident')
  .implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      number: t.exposeInt('number'),
      what: t.exposeString('what'),
      status: t.exposeString('status'),
    }),
  });

const OpenTaskType = builder.objectRef<OpenWork['tasks'][number]>('OpenTask').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    incident: t.exposeID('incident'),
    number: t.exposeInt('number'),
    instruction: t.exposeString('instruction'),
    status: t.exposeString('status'),
    finishBy: t.expose('finishBy', { type: 'DateTime' }),
  }),
});

const OpenActionType = builder.objectRef<OpenWork['actions'][number]>('OpenAction').implement({
  description: 'A corrective action that is not verified yet.',
  fields: (t) => ({
    id: t.exposeID('id'),
    incident: t.exposeID('incident'),
    number: t.exposeInt('number'),
    text: t.exposeString('text'),
    status: t.exposeString('status'),
    dueBy: t.expose('dueBy', { type: 'DateTime' }),
  }),
});

const OpenWorkType = builder.objectRef<OpenWork>('OpenWork').implement({
  description: 'What was open when a shift was handed over, as the boards had it at a position.',
  fields: (t) => ({
    position: t.expose('position', { type: 'Position' }),
    counts: t.expose('counts', { type: OpenCountsType }),
    incidents: t.field({ type: [OpenIncidentType], resolve: ({ incidents }) => [...incidents] }),
    tasks: t.field({ type: [OpenTaskType], resolve: ({ tasks }) => [...tasks] }),
    actions: t.field({ type: [OpenActionType], resolve: ({ actions }) => [...actions] }),
  }),
});

const HandoverRowType = builder.objectRef<HandoverRow>('HandoverRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    role: t.expose('role', { type: DutyRoleEnum }),
    from: t.expose('from', { type: DutyPersonType }),
    to: t.expose('to', { type: DutyPersonType }),
    note: t.exposeString('note'),
    counts: t.expose('counts', { type: OpenCountsType }),
    status: t.expose('status', { type: HandoverStatusEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
  }),
});

const DutyRowType = builder.objectRef<DutyRow>('DutyRow').implement({
  description: 'A department’s duty desk.',
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    department: t.exposeID('department'),
    onDuty: t.field({ type: [OnDutyType], resolve: ({ onDuty }) => [...onDuty] }),
    handovers: t.field({
      type: [HandoverRowType],
      description: 'The last ones, oldest first.',
      resolve: ({ handovers }) => [...handovers],
    }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

streamBoardFields({ board: 'duty', name: 'Duty', query: 'duties', row: DutyRowType });

const HandoverType = builder.objectRef<Handover>('Handover').implement({
  description: 'A handover with the list of what was open.',
  fields: (t) => ({
    id: t.id({ resolve: ({ handover }) => handover }),
    role: t.expose('role', { type: DutyRoleEnum }),
    from: t.expose('from', { type: DutyPersonType }),
    to: t.expose('to', { type: DutyPersonType }),
    note: t.exposeString('note'),
    open: t.expose('open', { type: OpenWorkType }),
    status: t.expose('status', { type: HandoverStatusEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('openWork', (t) =>
  t.field({
    type: OpenWorkType,
    description: 'What a handover of this department would list now.',
    args: { city: t.arg.id(), department: t.arg.id() },
    resolve: async (_root, { city, department }, context) => {
      const fault = nameFault({ city, department });
      if (fault) throw refusal(fault);
      demand(context, 'handOverShift', departmentSubject(city, department));
      const desk = (await context.parts.store.readCity(city))?.departments.get(department);
      if (!desk) return refuse('unknownDepartment', { department }, 'department');
      return openWork(context.parts.pool, city, desk);
    },
  }),
);

builder.queryField('handover', (t) =>
  t.field({
    type: HandoverType,
    nullable: true,
    args: { city: t.arg.id(), department: t.arg.id(), id: t.arg.id() },
    resolve: async (_root, { city, department, id }, context) => {
      const fault = nameFault({ city, department }) ?? uuidFault({ id });
      if (fault) throw refusal(fault);
      demand(context, 'readDutyBoard', citySubject(city));
      const desk = await context.parts.store.readDuty(`${city}.${department}`);
      return desk?.state.handovers.find(({ handover }) => handover === id) ?? null;
    },
  }),
);

interface Rostered {
  readonly shift: Shift;
  readonly people: readonly Omit<OnDutyRow, 'since'>[];
}

const RosteredPersonType = builder.objectRef<Omit<OnDutyRow, 'since'>>('RosteredPerson').implement({
  fields: (t) => ({
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    role: t.expose('role', { type: DutyRoleEnum }),
  }),
});

const RosteredShiftType = builder.objectRef<Rostered>('RosteredShift').implement({
  description: 'A shift that is on, and who should be on duty in it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ shift }) => shift.id }),
    department: t.id({ resolve: ({ shift }) => shift.department }),
    name: t.field({ type: LocalizedType, resolve: ({ shift }) => shift.name }),
    start: t.string({
      description: 'HH:MM, in the city’s time zone.',
      resolve: ({ shift }) => shift.start,
    }),
    end: t.string({ resolve: ({ shift }) => shift.end }),
    people: t.field({ type: [RosteredPersonType], resolve: ({ people }) => [...people] }),
  }),
});

async function rostered({ parts }: RequestContext, shift: Shift): Promise<Rostered> {
  const named = async (account: string, role: DutyRole) => {
    const person = await parts.store.readPerson(account);
    return { account, name: person?.name ?? account, role };
  };
  const people = [
    ...shift.liaisons.map((account) => named(account, 'liaison')),
    ...(shift.dutyOfficer === undefined ? [] : [named(shift.dutyOfficer, 'dutyOfficer')]),
  ];
  return { shift, people: await Promise.all(people) };
}

builder.queryField('roster', (t) =>
  t.field({
    type: [RosteredShiftType],
    description: 'The shifts of the duty roster that are on at a moment, now if none is given.',
    args: { city: t.arg.id(), at: t.arg({ type: 'DateTime', required: false }) },
    resolve: async (_root, { city, at }, context) => {
      demand(context, 'readDutyBoard', citySubject(city));
      const profile = await context.parts.store.readCity(city);
      if (!profile) return refuse('unknownCity', { city }, 'city');
      const on = shiftsAt(profile, at ?? new Date().toISOString());
      return Promise.all(on.map((shift) => rostered(context, shift)));
    },
  }),
);
