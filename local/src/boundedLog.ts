import { createWriteStream, renameSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';

/** A log file never grows beyond this; the one before it is kept as `<path>.1`. */
const limit = 4 * 1024 * 1024;

/** Appends to the file at `path`, which stays under `most` bytes and has one predecessor. */
export function boundedLog(path: string, most: number = limit): Writable {
  let size = sizeOf(path);
  let file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  const turnOver = (done: () => void): void => {
    file.end(() => {
      renameSync(path, `${path}.1`);
      file = createWriteStream(path, { flags: 'a', mode: 0o600 });
      size = 0;
      done();
    });
  };
  const append = (chunk: Buffer, done: (error?: Error | null) => void): void => {
    size += chunk.length;
    file.write(chunk, done);
  };
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (size > 0 && size + chunk.length > most) turnOver(() => append(chunk, done));
      else append(chunk, done);
    },
    final(done) {
      file.end(() => done());
    },
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
