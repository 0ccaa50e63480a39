import type { Area, WarningLevel } from '@tocsin/domain';
import type { WarningRow } from '@tocsin/projections/queries';
import { commandStream } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { citySubject } from '../rules/index.ts';
import { AreaInput, AreaType } from './area.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { enumOf } from './enums.ts';
import { given } from './given.ts';
import { streamBoardFields } from './streamBoard.ts';

const WarningLevelEnum = enumOf<WarningLevel>('WarningLevel')('red', 'orange', 'yellow', 'blue');

const WarningRowType = builder.objectRef<WarningRow>('WarningRow').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    hazard: t.exposeString('hazard'),
    level: t.expose('level', { type: WarningLevelEnum }),
    area: t.expose('area', { type: AreaType }),
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime' }),
    impact: t.exposeString('impact'),
    advice: t.exposeString('advice'),
    issuer: t.exposeString('issuer'),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
    exercise: t.exposeBoolean('exercise'),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

streamBoardFields({ board: 'warning', name: 'Warning', query: 'warnings', row: WarningRowType });

const WarningInput = builder.inputType('WarningInput', {
  fields: (t) => ({
    warning: t.id({ description: 'A UUID drawn by the client.' }),
    city: t.id(),
    hazard: t.string(),
    level: t.field({ type: WarningLevelEnum }),
    area: t.field({ type: AreaInput }),
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
    impact: t.string(),
    advice: t.string(),
    issuer: t.string(),
    exercise: t.boolean({ required: false }),
  }),
});

builder.mutationField('issueWarning', (t) =>
  t.field({
    type: CommandResult,
    args: { command: t.arg({ type: CommandInputType }), warning: t.arg({ type: WarningInput }) },
    resolve: (_root, { command: input, warning: facts }, context) => {
      const { exercise, area, ...rest } = facts;
      const order = {
        action: 'issueWarning',
        input,
        fault: uuidFault({ 'warning.warning': facts.warning }),
        subject: citySubject(facts.city),
      } as const;
      const data = { ...rest, area: given(area) as Area, ...given({ exercise }) };
      return commandStream(context, order, 'warning', facts.warning, {
        type: 'IssueWarning',
        data,
      });
    },
  }),
);
