import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { given } from './given.ts';
import { placeOf, ReportInput } from './reportInput.ts';

builder.mutationField('reportIncident', (t) =>
  t.field({
    type: CommandResult,
    args: { command: t.arg({ type: CommandInputType }), report: t.arg({ type: ReportInput }) },
    resolve: async (_root, { command: input, report }, context) => {
      const { incident, report: id, city, channel, what, place, kind } = report;
      const fault =
        uuidFault({ incident, report: id }) ?? nameFault({ city, 'place.cell': place.cell, kind });
      const { reference, receivedAt, answeredAt, exercise } = report;
      const data = {
        incident,
        report: id,
        city,
        channel,
        what,
        place: placeOf(place),
        reporter: given(report.reporter ?? {}),
        ...given({ reference, kind, receivedAt, answeredAt, exercise }),
      };
      const order = { action: 'reportIncident', input, fault } as const;
      const command = { type: 'ReportIncident', data } as const;
      const answer = await commandIncident(context, order, incident, command);
      return answer.kind === 'Accepted' ? { ...answer, id: incident } : answer;
    },
  }),
);
