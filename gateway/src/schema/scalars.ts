import { revision } from '@tocsin/domain';
import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

const digits = /^\d{1,19}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function decimal(value: unknown): bigint {
  if (typeof value === 'string' && digits.test(value)) return BigInt(value);
  throw new GraphQLError('expected a decimal number as a string, such as "42"');
}

builder.scalarType('DateTime', {
  description: 'A time in ISO 8601, given out in UTC with milliseconds.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && time.test(value) && !Number.isNaN(Date.parse(value)))
      return new Date(value).toISOString();
    throw new GraphQLError('expected a time in ISO 8601, such as "2026-01-31T08:00:00Z"');
  },
});

builder.scalarType('Position', {
  description: 'A place in the log, as a decimal string.',
  serialize: String,
  parseValue: decimal,
});

builder.scalarType('Revision', {
  description: 'The number of an event in its stream, from 0, as a decimal string.',
  serialize: String,
  parseValue: (value) => revision(decimal(value)),
});

builder.scalarType('Cursor', {
  description: 'Up to where a board is known; opaque, given out by boards and subscriptions.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string') return value;
    throw new GraphQLError('expected a cursor as a string');
  },
});

builder.scalarType('JSON', {
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('JSON is only given out');
  },
});
