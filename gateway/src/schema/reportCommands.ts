import { derivedId } from '@tocsin/domain';
import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { given } from './given.ts';
import { LinkedReportInput, placeOf, SubmittedReportInput } from './reportInput.ts';

builder.mutationFields((t) => {
  const about = { command: t.arg({ type: CommandInputType }), incident: t.arg.id() };
  return {
    submitReport: t.field({
      type: CommandResult,
      description:
        'A report from another system. Its incident’s id follows from city, channel and reference: sent again, it adds nothing.',
      args: {
        command: t.arg({ type: CommandInputType }),
        report: t.arg({ type: SubmittedReportInput }),
      },
      resolve: async (_root, { command: input, report: said }, context) => {
        const { city, channel, reference, what, place, kind, receivedAt, exercise } = said;
        const fault = nameFault({ city, reference, 'place.cell': place.cell, kind });
        const incident = derivedId('submitted', city, channel, reference);
        const data = {
          incident,
          report: derivedId('report', incident),
          city,
          channel,
          reference,
          what,
          place: placeOf(place),
          reporter: given(said.reporter ?? {}),
          ...given({ kind, receivedAt, exercise }),
        };
        const order = { action: 'submitReport', input, fault } as const;
        const command = { type: 'ReportIncident', data } as const;
        const answer = await commandIncident(context, order, incident, command);
        return answer.kind === 'Accepted' ? { ...answer, id: incident } : answer;
      },
    }),
    linkReport: t.field({
      type: CommandResult,
      args: { ...about, report: t.arg({ type: LinkedReportInput }) },
      resolve: (_root, { command: input, incident, report: said }, context) => {
        const { report, channel, what, place, reference, receivedAt, answeredAt } = said;
        const fault = uuidFault({ incident, report }) ?? nameFault({ 'place.cell': place.cell });
        const data = {
          report,
          channel,
          what,
          place: placeOf(place),
          reporter: given(said.reporter ?? {}),
          ...given({ reference, receivedAt, answeredAt }),
        };
        const order = { action: 'linkReport', input, fault } as const;
        return commandIncident(context, order, incident, { type: 'LinkReport', data });
      },
    }),
    unlinkReport: t.field({
      type: CommandResult,
      description: 'The report becomes an incident of its own.',
      args: { ...about, report: t.arg.id(), reason: t.arg.string() },
      resolve: (_root, { command: input, incident, report, reason }, context) => {
        const order = {
          action: 'unlinkReport',
          input,
          fault: uuidFault({ incident, report }),
        } as const;
        const data = { report, reason };
        return commandIncident(context, order, incident, { type: 'UnlinkReport', data });
      },
    }),
  };
});
