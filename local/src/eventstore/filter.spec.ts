import streams from '@eventstore/db-client/generated/streams_pb.js';
import { expect, it } from 'vitest';
import { Fault } from './faults.ts';
import { filterOf } from './filter.ts';
import { encodeRecord, StoredRecord } from './record.ts';

function recordOf(stream: string, type: string): StoredRecord {
  const empty = new Uint8Array();
  const draft = { id: crypto.randomUUID(), type, contentType: 'application/json' };
  const place = { stream, revision: 0, position: 16, createdMs: 0, continues: false };
  return new StoredRecord(encodeRecord({ ...draft, metadata: empty, data: empty }, place), 16);
}

type By = { readonly regex?: string; readonly prefixes?: string[] };

function optionsOf(field: 'stream' | 'type' | 'neither', { regex = '', prefixes = [] }: By) {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  expression.setRegex(regex);
  expression.setPrefixList(prefixes);
  const options = new streams.ReadReq.Options.FilterOptions();
  if (field === 'stream') options.setStreamIdentifier(expression);
  if (field === 'type') options.setEventType(expression);
  return options;
}

it.each([
  ['stream', { prefixes: ['incident-', 'unit-'] }, 'unit-7', 'X', true],
  ['stream', { prefixes: ['incident-'] }, 'unit-incident-7', 'X', false],
  ['stream', { regex: '^(incident|unit)-' }, 'unit-7', 'X', true],
  ['stream', { regex: '-7$' }, 'unit-78', 'X', false],
  ['type', { prefixes: ['事件'] }, 'a', '事件上报', true],
  ['type', { prefixes: ['Task'] }, 'Task', 'Unit', false],
  ['type', { regex: '^[^$].*' }, '$$a', 'Task', true],
  ['type', { regex: '^[^$].*' }, 'a', '$metadata', false],
] as const)('%s %o: %s %s %s', (field, by, stream, type, matches) => {
  const filter = filterOf(
    optionsOf(field, { ...by, prefixes: [...('prefixes' in by ? by.prefixes : [])] }),
  );
  expect(filter?.matches(recordOf(stream, type))).toBe(matches);
});

it('gives a checkpoint after as many events as the window and its multiplier say', () => {
  const options = optionsOf('type', { prefixes: ['a'] });
  expect(filterOf(options)?.checkpointInterval).toBe(32);
  options.setCheckpointintervalmultiplier(4);
  expect(filterOf(options)?.checkpointInterval).toBe(128);
  options.setMax(10);
  expect(filterOf(options)?.checkpointInterval).toBe(40);
});

it('refuses what is not a filter', () => {
  expect(filterOf(undefined)).toBeUndefined();
  expect(() => filterOf(optionsOf('type', { regex: '(' }))).toThrow(Fault);
  expect(() => filterOf(optionsOf('neither', {}))).toThrow(Fault);
});
