import { parentPort, workerData } from 'node:worker_threads';
import { type LogShare, readShare } from './logShare.ts';

/** A thread that reads its share of a log file: one batch for each message that asks for one. */
const batches = readShare(workerData as LogShare);

parentPort?.on('message', () => {
  const { value: batch, done } = batches.next();
  if (done) return;
  const { links } = batch;
  const parts =
    'hashes' in links ? [links.hashes.buffer, links.numbers.buffer, links.revisions.buffer] : [];
  parentPort?.postMessage(batch, parts);
  if (batch.isLast) parentPort?.close();
});
