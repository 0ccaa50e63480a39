import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { printedSchema, schemaFile } from './printSchema.ts';

it('keeps the printed schema as it is committed (run printSchema to print it anew)', () => {
  expect(printedSchema()).toBe(readFileSync(schemaFile, 'utf8'));
});
