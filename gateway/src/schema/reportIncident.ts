import { commandIncident } from '../commands/carryOut.ts';
import { nameFault, uuidFault } from '../commands/ids.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { ChannelEnum } from './enums.ts';
import { given } from './given.ts';

const PlaceInput = builder.inputType('PlaceInput', {
  fields: (t) => ({
    address: t.string({ required: false }),
    lon: t.float({ required: false }),
    lat: t.float({ required: false }),
    cell: t.id({ required: false }),
  }),
});

const ReporterInput = builder.inputType('ReporterInput', {
  fields: (t) => ({ name: t.string({ required: false }), phone: t.string({ required: false }) }),
});

const ReportInput = builder.inputType('ReportInput', {
  fields: (t) => ({
    incident: t.id({ description: 'A UUID drawn by the client.' }),
    report: t.id({ description: 'A UUID drawn by the client.' }),
    city: t.id(),
    channel: t.field({ type: ChannelEnum }),
    what: t.string(),
    place: t.field({ type: PlaceInput }),
    reporter: t.field({ type: ReporterInput, required: false }),
    reference: t.string({ required: false }),
    exercise: t.boolean({ required: false }),
  }),
});

builder.mutationField('reportIncident', (t) =>
  t.field({
    type: CommandResult,
    args: { command: t.arg({ type: CommandInputType }), report: t.arg({ type: ReportInput }) },
    resolve: async (_root, { command: input, report }, context) => {
      const { incident, report: id, city, channel, what, place } = report;
      const fault =
        uuidFault({ incident, report: id }) ?? nameFault({ city, 'place.cell': place.cell });
      const data = {
        incident,
        report: id,
        city,
        channel,
        what,
        place: { address: '', ...given(place) },
        reporter: given(report.reporter ?? {}),
        ...given({ reference: report.reference, exercise: report.exercise }),
      };
      const answer = await commandIncident(
        context,
        { action: 'reportIncident', input, fault },
        incident,
        { type: 'ReportIncident', data },
      );
      return answer.kind === 'Accepted' ? { ...answer, id: incident } : answer;
    },
  }),
);
