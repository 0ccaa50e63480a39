import type { IncidentCommand } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { CancelReasonEnum, IncidentClassEnum, TaskPartEnum } from './enums.ts';
import { given } from './given.ts';
import { faultOf, fine, level } from './level.ts';

const ConfirmInput = builder.inputType('ConfirmInput', {
  description: 'What is left out is as the incident type says.',
  fields: (t) => ({
    type: t.id(),
    class: t.field({ type: IncidentClassEnum, required: false }),
    grade: t.int({ required: false }),
    priority: t.int({ required: false }),
  }),
});

const NewTaskInput = builder.inputType('NewTaskInput', {
  fields: (t) => ({
    task: t.id({ description: 'A UUID drawn by the client.' }),
    department: t.id(),
    part: t.field({ type: TaskPartEnum }),
    instruction: t.string(),
    acknowledgeWithin: t.int({ required: false, description: 'Seconds, 30 to 2592000.' }),
    finishWithin: t.int({ required: false, description: 'Seconds, 30 to 2592000.' }),
    again: t.boolean({
      required: false,
      description: 'Give it even if the department has the very same task open.',
    }),
  }),
});

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    confirmIncident: t.field({
      type: CommandResult,
      args: { ...about, confirm: t.arg({ type: ConfirmInput }) },
      resolve: (_root, { command: input, incident, confirm }, context) => {
        const grade = level(confirm.grade, 'grade');
        const priority = level(confirm.priority, 'priority');
        const fault =
          uuidFault({ incident }) ?? nameFault({ type: confirm.type }) ?? faultOf(grade, priority);
        const data = {
          type: confirm.type,
          ...given({ class: confirm.class, grade: fine(grade), priority: fine(priority) }),
        };
        const order = { action: 'confirmIncident', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'ConfirmIncident', data });
      },
    }),
    assignTasks: t.field({
      type: CommandResult,
      args: { ...about, tasks: t.arg({ type: [NewTaskInput] }) },
      resolve: (_root, { command: input, incident, tasks }, context) => {
        const ids = tasks.map(({ task }, index) => [`tasks[${index}].task`, task]);
        const names = tasks.map((task, index) => [`tasks[${index}].department`, task.department]);
        const fault =
          uuidFault({ incident, ...Object.fromEntries(ids) }) ??
          nameFault(Object.fromEntries(names));
        const wanted = tasks.map(({ acknowledgeWithin, finishWithin, again, ...task }) => ({
          ...task,
          ...given({ acknowledgeWithin, finishWithin, again }),
        }));
        const command: IncidentCommand = { type: 'AssignTasks', data: { tasks: wanted } };
        return commandIncident(context, { action: 'assignTasks', input, fault }, incident, command);
      },
    }),
    addNote: t.field({
      type: CommandResult,
      args: { ...about, note: t.arg.id(), text: t.arg.string() },
      resolve: (_root, { command: input, incident, note, text }, context) => {
        const fault = uuidFault({ incident, note });
        const command: IncidentCommand = { type: 'AddNote', data: { note, text } };
        return commandIncident(context, { action: 'addNote', input, fault }, incident, command);
      },
    }),
    markContained: t.field({
      type: CommandResult,
      args: about,
      resolve: (_root, { command: input, incident }, context) => {
        const order = { action: 'markContained', input, fault: uuidFault({ incident }) } as const;
        return commandIncident(context, order, incident, { type: 'MarkContained', data: {} });
      },
    }),
    resolveIncident: t.field({
      type: CommandResult,
      args: { ...about, summary: t.arg.string() },
      resolve: (_root, { command: input, incident, summary }, context) => {
        const order = { action: 'resolveIncident', input, fault: uuidFault({ incident }) } as const;
        const command: IncidentCommand = { type: 'ResolveIncident', data: { summary } };
        return commandIncident(context, order, incident, command);
      },
    }),
    closeIncident: t.field({
      type: CommandResult,
      args: { ...about, note: t.arg.string() },
      resolve: (_root, { command: input, incident, note }, context) => {
        const order = { action: 'closeIncident', input, fault: uuidFault({ incident }) } as const;
        return commandIncident(context, order, incident, { type: 'CloseIncident', data: { note } });
      },
    }),
    reopenIncident: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg.string() },
      resolve: (_root, { command: input, incident, reason }, context) => {
        const order = { action: 'reopenIncident', input, fault: uuidFault({ incident }) } as const;
        const command: IncidentCommand = { type: 'ReopenIncident', data: { reason } };
        return commandIncident(context, order, incident, command);
      },
    }),
    cancelIncident: t.field({
      type: CommandResult,
      args: { ...about, reason: t.arg({ type: CancelReasonEnum }), note: t.arg.string() },
      resolve: (_root, { command: input, incident, reason, note }, context) => {
        const order = { action: 'cancelIncident', input, fault: uuidFault({ incident }) } as const;
        const command: IncidentCommand = { type: 'CancelIncident', data: { reason, note } };
        return commandIncident(context, order, incident, command);
      },
    }),
  };
});
