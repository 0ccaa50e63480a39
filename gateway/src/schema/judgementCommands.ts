import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { actingRole } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { IncidentClassEnum } from './enums.ts';
import { given } from './given.ts';
import { faultOf, fine, level } from './level.ts';

const JudgeInput = builder.inputType('JudgeInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    type: t.id({ required: false }),
    class: t.field({ type: IncidentClassEnum, required: false }),
    grade: t.int({ required: false }),
    priority: t.int({ required: false }),
    reason: t.string(),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    judgeIncident: t.field({
      type: CommandResult,
      args: { ...about, judge: t.arg({ type: JudgeInput }) },
      resolve: (_root, { command: input, incident, judge }, context) => {
        const grade = level(judge.grade, 'grade');
        const priority = level(judge.priority, 'priority');
        const fault =
          uuidFault({ incident }) ?? nameFault({ type: judge.type }) ?? faultOf(grade, priority);
        const { type, class: category, reason } = judge;
        const judged = given({
          type,
          class: category,
          grade: fine(grade),
          priority: fine(priority),
        });
        const order = { action: 'judgeIncident', input, fault } as const;
        const data = { ...judged, reason };
        return commandIncident(context, order, incident, { type: 'JudgeIncident', data });
      },
    }),
    assignResponsibility: t.field({
      type: CommandResult,
      args: { ...about, department: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, department, reason }, context) => {
        const fault = uuidFault({ incident }) ?? nameFault({ department });
        const order = { action: 'assignResponsibility', input, fault } as const;
        const data = { department, reason };
        return commandIncident(context, order, incident, { type: 'AssignResponsibility', data });
      },
    }),
    raiseIncident: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, incident, reason }, context) => {
        const order = { action: 'raiseIncident', input, fault: uuidFault({ incident }) } as const;
        const data = { reason };
        return commandIncident(context, order, incident, { type: 'RaiseIncident', data });
      },
    }),
    handDownIncident: t.field({
      type: CommandResult,
      args: { ...about, district: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, district, reason }, context) => {
        const fault = uuidFault({ incident }) ?? nameFault({ district });
        const order = { action: 'handDownIncident', input, fault } as const;
        const data = { district, reason };
        return commandIncident(context, order, incident, { type: 'HandDownIncident', data });
      },
    }),
    setResponseLevel: t.field({
      type: CommandResult,
      description: 'A commander sets any; a dispatcher raises it to 4 or 3.',
      args: { ...about, level: t.arg.int(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, level: wanted, reason }, context) => {
        const { viewer } = context;
        const any = viewer && actingRole(viewer, 'setResponseLevel') !== undefined;
        const checked = level(wanted, 'level');
        const fault = uuidFault({ incident }) ?? faultOf(checked);
        const action = any ? 'setResponseLevel' : 'raiseResponseLevel';
        const data = { level: fine(checked) ?? 4, reason };
        const order = { action, input, fault } as const;
        return commandIncident(context, order, incident, { type: 'SetResponseLevel', data });
      },
    }),
  };
});
