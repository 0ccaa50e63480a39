import { pastIncident } from '@tocsin/projections/queries';
import { signedIn } from '../context.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { demandIncident } from './incident.ts';
import { IncidentRowType } from './incidentBoard.ts';
import { givenMoment, MomentInput, pastOf } from './moment.ts';

builder.queryField('incidentRow', (t) =>
  t.field({
    type: IncidentRowType,
    nullable: true,
    description:
      'One incident as its board shows it, or showed it at a moment, also off the board.',
    args: { id: t.arg.id(), asOf: t.arg({ type: MomentInput, required: false }) },
    resolve: async (_root, { id, asOf }, context) => {
      signedIn(context);
      demandIds({ id });
      const newest = await context.parts.store.readIncident(id);
      if (!newest) return null;
      demandIncident(context, newest.state);
      const { position } = asOf
        ? await givenMoment(context, asOf, 'asOf')
        : { position: context.parts.feed.position };
      return (await pastIncident(pastOf(context), id, position)) ?? null;
    },
  }),
);
