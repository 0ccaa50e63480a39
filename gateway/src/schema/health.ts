import {
  type HealthFact,
  type HealthPart,
  type HealthState,
  health,
  type PartHealth,
} from '../health.ts';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';

const parts: readonly HealthPart[] = [
  'gateway',
  'eventStore',
  'database',
  'boards',
  'policies',
  'sealing',
];
const states: readonly HealthState[] = ['well', 'late', 'failed', 'unknown'];
const enumOf = <T extends string>(name: string, description: string, values: readonly T[]) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      values.map((value) => [
        value.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
        { value },
      ]),
    ),
  });

const HealthPartEnum = enumOf('HealthPart', 'What Tocsin is made of.', parts);
const HealthStateEnum = enumOf('HealthState', 'How a part does.', states);

const HealthFactType = builder.objectRef<HealthFact>('HealthFact').implement({
  description: 'One figure of a part, in words or digits.',
  fields: (t) => ({ key: t.exposeString('key'), value: t.exposeString('value') }),
});

const PartHealthType = builder.objectRef<PartHealth>('PartHealth').implement({
  fields: (t) => ({
    part: t.field({ type: HealthPartEnum, resolve: ({ part }) => part }),
    state: t.field({ type: HealthStateEnum, resolve: ({ state }) => state }),
    facts: t.field({ type: [HealthFactType], resolve: ({ facts }) => [...facts] }),
  }),
});

builder.queryField('health', (t) =>
  t.field({
    type: [PartHealthType],
    description: 'How each part of the system does, as the gateway that is asked sees it.',
    args: { city: t.arg.id() },
    resolve: async (_root, { city }, context) => {
      demand(context, 'readHealth', citySubject(city));
      return [...(await health(context.parts))];
    },
  }),
);
