import { randomUUID } from 'node:crypto';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';

const instanceId = randomUUID();
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);

/** Gossip: a cluster of one, whose leader is this node. */
export function readGossip(
  address: { readonly host: string; readonly port: number },
  call: ServerUnaryCall<Empty, ClusterInfo>,
  answer: sendUnaryData<ClusterInfo>,
): void {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress(ANY_ADDRESS.has(address.host) ? hostOf(call.getHost()) : address.host);
  endPoint.setPort(address.port);
  const id = new shared.UUID();
  id.setString(instanceId);
  const member = new gossip.MemberInfo();
  member.setInstanceId(id);
  member.setTimeStamp(`${Date.now()}0000`);
  member.setState(gossip.MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const info = new gossip.ClusterInfo();
  info.addMembers(member);
  answer(null, info);
}

/** The name under which the caller reached this node, without its port. */
const hostOf = (authority: string): string => authority.replace(/:\d+$/, '');
