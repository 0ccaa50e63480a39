import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ChainLink, OpeningsCheck, ReportFault } from '@tocsin/domain/proof';
import { fileLinks } from './fileLog.ts';
import type { LogShare, SharedBatch } from './logShare.ts';
import { LinkUnpacker } from './packedLinks.ts';

/** A smaller log is read before threads would have started. */
const worthThreads = 64 * 1024 * 1024;
/** What compares the links with the seals keeps up with two readers, and hardly with more. */
const mostReaders = 2;
/** How many batches a reader may be ahead: they are what it holds. */
const ahead = 2;

const threadFile = new URL('./readerThread.js', import.meta.url);

/** The links of a log file as `fileLinks` gives them, read by several threads where it is large. */
export async function* logLinks(
  path: string,
  report: ReportFault,
  openings: OpeningsCheck,
): AsyncGenerator<ChainLink[]> {
  const { size } = statSync(path);
  const readers = Math.min(mostReaders, availableParallelism());
  if (size < worthThreads || readers < 2) yield* fileLinks(path, report, openings);
  else yield* threadedLinks({ path, size, readers }, report, openings);
}

/** `thread`: the built module that reads, where this one is not beside it. */
export async function* threadedLinks(
  { path, size, readers }: Omit<LogShare, 'reader'>,
  report: ReportFault,
  openings: OpeningsCheck,
  thread = threadFile,
): AsyncGenerator<ChainLink[]> {
  const threads = Array.from(
    { length: readers },
    (_, reader) => new Reader(thread, { path, size, reader, readers }),
  );
  try {
    for (let turn = 0; ; turn += 1) {
      const reader = threads[turn % readers] as Reader;
      const { faults, counts, unchecked, isLast, links } = await reader.next();
      for (const fault of faults) report(fault);
      openings.add(counts);
      for (const [place, data, beside, count] of unchecked)
        openings.checkAll(place, data, beside, count);
      yield reader.unpacker.unpack(links);
      if (isLast) return;
    }
  } finally {
    await Promise.all(threads.map((reader) => reader.stop()));
  }
}

/** A thread that is asked for its batches, some of them ahead. */
class Reader {
  readonly unpacker = new LinkUnpacker();
  readonly #worker: Worker;
  readonly #ready: SharedBatch[] = [];
  #failure: Error | undefined;
  #wake = (): void => {};

  constructor(thread: URL, share: LogShare) {
    // It runs what is built, whatever its parent was told to run.
    this.#worker = new Worker(thread, { workerData: share, execArgv: [] });
    this.#worker.on('message', (batch: SharedBatch) => {
      this.#ready.push(batch);
      this.#wake();
    });
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`a thread that reads the log ended with code ${code}`)),
    );
    for (let count = 0; count < ahead; count += 1) this.#worker.postMessage('next');
  }

  async next(): Promise<SharedBatch> {
    for (;;) {
      const batch = this.#ready.shift();
      if (batch) {
        this.#worker.postMessage('next');
        return batch;
      }
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }
}
