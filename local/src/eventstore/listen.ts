import { createServer } from 'node:net';
import { type Server, ServerCredentials } from '@grpc/grpc-js';
import { errorCode } from '../userError.ts';
import { EventStoreStartError } from './startError.ts';
import { words } from './words.ts';

/** Binds a server and resolves with its port. Throws PORT_IN_USE or ADDRESS_UNUSABLE. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    await tryAddress(host, port);
    return await bind(server, `${urlHost(host)}:${port}`);
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') {
      throw new EventStoreStartError('PORT_IN_USE', words.portInUse(host, port), error);
    }
    throw new EventStoreStartError(
      'ADDRESS_UNUSABLE',
      words.addressUnusable(host, port, errorCode(error) ?? 'unknown'),
      error,
    );
  }
}

/** A host as it stands in an address with a port. */
export const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** grpc-js writes its own lines to stderr when it can't bind, so the address is tried without it. */
function tryAddress(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', reject);
    trial.listen({ host, port, exclusive: true }, () => trial.close(() => resolve()));
  });
}

function bind(server: Server, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(target, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
