import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersistentSubscriptionsClient } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EventStoreNode, startEventStore } from './node.ts';

let dataDir: string;
let node: EventStoreNode;
let client: StreamsClient;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tocsin-node-'));
  node = await startEventStore({ dataDir });
  client = new StreamsClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
});

afterEach(async () => {
  client.close();
  await node.close();
  rmSync(dataDir, { recursive: true });
});

function uuid(text: string = crypto.randomUUID()) {
  const id = new shared.UUID();
  id.setString(text);
  return id;
}

function identifier(name: string) {
  const result = new shared.StreamIdentifier();
  result.setStreamName(Buffer.from(name));
  return result;
}

type Part = {
  readonly id: string;
  readonly final: boolean;
  readonly deadline?: Date;
  readonly bytes?: number;
};

/** A part of an append to stream `s`; it is the first when it has a deadline. */
function partOf({ id, final, deadline, bytes = 10 }: Part): BatchAppendReq {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(uuid());
  message.getMetadataMap().set('type', 'T');
  message.setData(new Uint8Array(bytes));
  const part = new streams.BatchAppendReq();
  part.setCorrelationId(uuid(id));
  part.setProposedMessagesList([message]);
  part.setIsFinal(final);
  if (deadline === undefined) return part;
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(identifier('s'));
  options.setAny(new shared.Empty());
  options.setDeadline(timestamps.Timestamp.fromDate(deadline));
  part.setOptions(options);
  return part;
}

/** Reads `$all` with what `change` makes of the request, and gives how many events or which error. */
function readAll(change: (options: InstanceType<typeof streams.ReadReq.Options>) => void) {
  const options = new streams.ReadReq.Options();
  const all = new streams.ReadReq.Options.AllOptions();
  all.setStart(new shared.Empty());
  options.setAll(all);
  options.setCount('1000');
  options.setNoFilter(new shared.Empty());
  change(options);
  const request = new streams.ReadReq();
  request.setOptions(options);
  return client.read(request);
}

async function outcomeOf(call: ReturnType<typeof readAll>): Promise<number> {
  let count = 0;
  for await (const _ of call) count++;
  return count;
}

const soon = (ms: number): Date => new Date(Date.now() + ms);

it('answers an append whose last part never comes when its deadline passes, and once only', async () => {
  const call = client.batchAppend();
  const answers: BatchAppendResp[] = [];
  const answered = new Promise<void>((resolve) => {
    call.on('data', (answer: BatchAppendResp) => {
      answers.push(answer);
      if (answers.length === 2) resolve();
    });
  });
  const late = crypto.randomUUID();
  call.write(partOf({ id: late, final: false, deadline: soon(50) }));
  await new Promise<void>((resolve) => call.once('data', () => resolve()));
  call.write(partOf({ id: late, final: true }));
  call.write(partOf({ id: crypto.randomUUID(), final: true, deadline: soon(60_000) }));
  await answered;
  call.end();
  await new Promise((resolve) => call.once('end', resolve));

  expect(answers.map((answer) => answer.getError()?.getCode())).toEqual([
    status.DEADLINE_EXCEEDED,
    undefined,
  ]);
  expect(answers[1]?.getSuccess()?.getCurrentRevision()).toBe('0');
});

it('holds only so much of appends that are not finished', async () => {
  const call = client.batchAppend();
  const refused = new Promise<BatchAppendResp>((resolve) => call.once('data', resolve));
  for (let n = 0; n < 40; n++) {
    call.write(
      partOf({ id: crypto.randomUUID(), final: false, deadline: soon(60_000), bytes: 1e6 }),
    );
  }
  expect((await refused).getError()?.getCode()).toBe(status.RESOURCE_EXHAUSTED);
  call.on('error', () => {});
  call.cancel();
});

it('refuses what it does not support and positions that it never gave', async () => {
  await expect(
    outcomeOf(readAll((options) => options.setResolveLinks(true))),
  ).rejects.toMatchObject({
    code: status.UNIMPLEMENTED,
  });
  const call = client.batchAppend();
  call.write(partOf({ id: crypto.randomUUID(), final: true, deadline: soon(60_000) }));
  await new Promise((resolve) => call.once('data', resolve));
  call.end();
  const from = (position: number) =>
    outcomeOf(
      readAll((options) => {
        const place = new streams.ReadReq.Options.Position();
        place.setCommitPosition(String(position));
        const all = new streams.ReadReq.Options.AllOptions();
        all.setPosition(place);
        options.setAll(all);
      }),
    );
  expect(await from(0)).toBe(1);
  expect(await from(16)).toBe(1);
  expect(await from(100_000)).toBe(0);
  await expect(from(17)).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });

  const groups = new PersistentSubscriptionsClient(
    `127.0.0.1:${node.port}`,
    credentials.createInsecure(),
  );
  const error = await new Promise<ServiceError | null>((resolve) => {
    groups.delete(new persistent.DeleteReq(), (failure) => resolve(failure));
  });
  groups.close();
  expect(error?.code).toBe(status.UNIMPLEMENTED);
});

it('ends within its grace although a subscriber does not read', async () => {
  const call = client.batchAppend();
  for (let n = 0; n < 30; n++) {
    call.write(
      partOf({ id: crypto.randomUUID(), final: true, deadline: soon(60_000), bytes: 5e5 }),
    );
  }
  let answers = 0;
  await new Promise<void>((resolve) => {
    call.on('data', () => {
      if (++answers === 30) resolve();
    });
  });
  const ended = new Promise<ServiceError>((resolve) => call.once('error', resolve));
  const subscription = readAll((options) =>
    options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions()),
  );
  subscription.on('error', () => {});
  await new Promise((resolve) => subscription.once('readable', resolve));
  await node.close();
  expect((await ended).code).toBe(status.UNAVAILABLE);
  subscription.cancel();
});

it('[S2] refuses a folder and a port that are in use', async () => {
  await expect(startEventStore({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  const other = join(dataDir, 'other');
  await expect(startEventStore({ dataDir: other, port: node.port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
  });
  const free = await startEventStore({ dataDir: other });
  await free.close();
});
