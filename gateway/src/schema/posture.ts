import type { City } from '@tocsin/domain';
import { commandCity } from '../commands/carryOut.ts';
import { nameFault } from '../commands/ids.ts';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { PostureEnum } from './enums.ts';
import { ServerStatusType } from './status.ts';

const PostureType = builder
  .objectRef<Pick<City, 'posture' | 'postureSince'>>('CityPosture')
  .implement({
    description: 'What the city prepares for [平战结合].',
    fields: (t) => ({
      posture: t.expose('posture', { type: PostureEnum }),
      since: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Null while it was never changed.',
        resolve: ({ postureSince }) => postureSince?.at ?? null,
      }),
      by: t.string({ nullable: true, resolve: ({ postureSince }) => postureSince?.by ?? null }),
      reason: t.string({
        nullable: true,
        resolve: ({ postureSince }) => postureSince?.reason ?? null,
      }),
    }),
  });

builder.objectField(ServerStatusType, 'posture', (t) =>
  t.field({
    type: PostureType,
    nullable: true,
    description:
      'Of a city that the viewer may see; with the status, so that every console has it.',
    args: { city: t.arg.id() },
    resolve: async (_status, { city }, context) => {
      demand(context, 'readCity', citySubject(city));
      return (await context.parts.store.readCity(city)) ?? null;
    },
  }),
);

builder.mutationField('changePosture', (t) =>
  t.field({
    type: CommandResult,
    args: {
      command: t.arg({ type: CommandInputType }),
      city: t.arg.id(),
      posture: t.arg({ type: PostureEnum }),
      reason: t.arg.string(),
    },
    resolve: (_root, { command: input, city, posture, reason }, context) => {
      const order = { action: 'changePosture', input, fault: nameFault({ city }) } as const;
      const change = { type: 'ChangePosture', data: { posture, reason } } as const;
      return commandCity(context, order, city, change);
    },
  }),
);
