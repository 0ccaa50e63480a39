import { createServer } from 'node:net';
import { errorCode, UserError } from '../userError.ts';
import { words } from '../words/words.ts';

/** Throws a `UserError` unless the gateway could listen there now. */
export async function checkAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, resolve);
  }).catch((error: unknown) => {
    throw addressError(error, host, port);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** The sentence for what `listen` answered. */
export function addressError(
  error: unknown,
  host: string,
  port: number,
  variable = 'PORT',
): unknown {
  const code = errorCode(error);
  switch (code) {
    case 'EADDRINUSE':
      return new UserError(words.portInUse(host, port, variable), { cause: error });
    case 'EACCES':
      return new UserError(words.portForbidden(host, port, variable), { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new UserError(words.hostInvalid(host, code), { cause: error });
    default:
      return error;
  }
}
