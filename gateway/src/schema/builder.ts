import SchemaBuilder from '@pothos/core';
import type { Revision } from '@tocsin/domain';
import type { RequestContext } from '../context.ts';

export interface SchemaTypes {
  Context: RequestContext;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Position: { Input: bigint; Output: bigint | string };
    Revision: { Input: Revision; Output: bigint | string };
    Cursor: { Input: string; Output: string };
    JSON: { Input: never; Output: object };
  };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
});

builder.queryType({});
builder.mutationType({});
builder.subscriptionType({});
