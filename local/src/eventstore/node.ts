import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleUnaryCall,
  Server,
} from '@grpc/grpc-js';
import { append } from './append.ts';
import { BatchAppendCall } from './batchAppend.ts';
import { CommitLoop } from './commitLoop.ts';
import { deleteStream, tombstone } from './endStream.ts';
import { EventLog } from './eventLog.ts';
import { getSupportedMethods } from './features.ts';
import { readGossip } from './gossip.ts';
import { listen, urlHost } from './listen.ts';
import { OpenCalls } from './openCalls.ts';
import type { ReadCall } from './outlet.ts';
import { read } from './read.ts';
import { Watchers } from './watchers.ts';

export type EventStoreOptions = {
  /** Made if it doesn't exist. */
  readonly dataDir: string;
  readonly host?: string;
  /** 0 lets the operating system choose. */
  readonly port?: number;
};

export type EventStoreNode = {
  readonly port: number;
  /** `esdb://host:port?tls=false` */
  readonly connectionString: string;
  /** Answers what is accepted, ends all calls, and leaves the folder synced and free. */
  readonly close: () => Promise<void>;
};

const SERVER_OPTIONS = {
  'grpc.max_receive_message_length': 20 * 1024 * 1024,
  'grpc.max_send_message_length': -1,
  'grpc.max_concurrent_streams': 2_000,
};
/** How long a client that doesn't read may hold up the end. */
const GRACE_MS = 1_000;

/**
 * Starts an event store that speaks EventStoreDB's protocol. Throws an EventStoreStartError whose
 * code is DATA_FOLDER_IN_USE, DATA_FOLDER_NEWER, DATA_FOLDER_UNKNOWN, DATA_FOLDER_DAMAGED,
 * DATA_FOLDER_UNUSABLE, PORT_IN_USE or ADDRESS_UNUSABLE.
 */
export async function startEventStore(options: EventStoreOptions): Promise<EventStoreNode> {
  const { dataDir, host = '127.0.0.1', port: wanted = 0 } = options;
  const log = await EventLog.open(dataDir);
  const watchers = new Watchers();
  const loop = new CommitLoop(log, watchers);
  const calls = new OpenCalls();
  const address = { host, port: wanted };
  const server = serverOf(log, watchers, loop, calls, address);
  try {
    address.port = await listen(server, host, wanted);
  } catch (error) {
    server.forceShutdown();
    await log.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    await loop.stop();
    calls.end();
    await shutDown(server);
    await log.close();
  };
  let closed: Promise<void> | undefined;
  return {
    port: address.port,
    connectionString: `esdb://${urlHost(host)}:${address.port}?tls=false`,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

function serverOf(
  log: EventLog,
  watchers: Watchers,
  loop: CommitLoop,
  calls: OpenCalls,
  address: { readonly host: string; readonly port: number },
): Server {
  const server = new Server(SERVER_OPTIONS);
  const appendCall: handleClientStreamingCall<AppendReq, AppendResp> = (call, answer) =>
    append(loop, call, answer);
  const batchCall: handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> = (call) => {
    calls.add(call);
    new BatchAppendCall(loop, call);
  };
  const deleteCall: handleUnaryCall<DeleteReq, DeleteResp> = (call, answer) =>
    deleteStream(loop, call, answer);
  const tombstoneCall: handleUnaryCall<TombstoneReq, TombstoneResp> = (call, answer) =>
    tombstone(loop, call, answer);
  const asIs = (bytes: Buffer): Buffer => bytes;
  server.addService(
    { ...StreamsService, read: { ...StreamsService.read, responseSerialize: asIs } },
    {
      read: (call: ReadCall) => {
        calls.add(call);
        void read(log, watchers, call);
      },
      append: appendCall,
      batchAppend: batchCall,
      delete: deleteCall,
      tombstone: tombstoneCall,
    },
  );
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, {
    read: (call: Parameters<typeof readGossip>[1], answer: Parameters<typeof readGossip>[2]) =>
      readGossip(address, call, answer),
  });
  return server;
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.forceShutdown(), GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(impatient);
      resolve();
    });
  });
}
