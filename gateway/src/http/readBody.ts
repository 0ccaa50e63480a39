import type { IncomingMessage } from 'node:http';

/** The request's body as text; undefined when it is longer than `most` bytes. */
export function readBody(request: IncomingMessage, most: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) {
        request.pause();
        return resolve(undefined);
      }
      chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve((only && chunks.length === 1 ? only : Buffer.concat(chunks)).toString('utf8'));
    });
    request.on('error', reject);
  });
}
