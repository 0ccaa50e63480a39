import { connect } from '../connect.ts';
import { errorCode, UserError } from '../userError.ts';
import { agreementOf } from './agreement.ts';
import { type ImportArguments, readArguments } from './arguments.ts';
import { StoreGone } from './persist.ts';
import { plan as planOf } from './plan.ts';
import { startProgress } from './progress.ts';
import { FileFault, readSfFireFile, type SfFireFile } from './readSfFireFile.ts';
import { runPlan } from './runPlan.ts';
import { agreementLines, summaryLines } from './summary.ts';
import { emptyTally } from './tally.ts';
import { words } from './words/words.ts';

/** How long the store may stay away before the import gives up. */
const patienceMs = 60_000;

function fileProblem(path: string, fault: FileFault): UserError {
  const { code, columns, cause } = fault;
  const [first = '', ...others] = columns;
  switch (code) {
    case 'missing':
      return new UserError(words.fileMissing(path), { cause });
    case 'unreadable':
      return new UserError(words.fileUnreadable(path, errorCode(cause) ?? String(cause)), {
        cause,
      });
    case 'notThisKind':
      return new UserError(words.fileNotThisKind(path, first, others.length), { cause });
    case 'noRows':
      return new UserError(words.fileNoRows(path), { cause });
  }
}

async function readFile(path: string): Promise<SfFireFile> {
  try {
    return await readSfFireFile(path, Date.now());
  } catch (error) {
    throw error instanceof FileFault ? fileProblem(path, error) : error;
  }
}

type Wanted = Exclude<ImportArguments, { show: string }>;

async function importFile(wanted: Wanted, signal: AbortSignal, say: (line: string) => void) {
  const begun = performance.now();
  say(words.reading(wanted.file));
  const file = await readFile(wanted.file);
  const plan = planOf(file.rows);
  const connection = await connect(wanted.dataDir === undefined ? {} : { dataDir: wanted.dataDir });
  const tally = emptyTally();
  try {
    say(words.connected(connection.how));
    const progress = startProgress(plan.steps.length, process.stdout);
    try {
      await runPlan({
        ...wanted,
        store: connection.store,
        plan,
        tally,
        signal,
        patience: patienceMs,
        onOutage: (code) => progress.say(words.outage(code, patienceMs / 1000)),
        onRecovery: () => progress.say(words.recovered),
        onCheck: () => progress.say(words.checking),
        onProgress: () => progress.update(tally.steps),
      });
    } finally {
      progress.update(tally.steps);
      progress.stop();
      const seconds = (performance.now() - begun) / 1000;
      for (const line of summaryLines(file, plan, tally, seconds)) say(line);
      if (!signal.aborted) for (const line of agreementLines(agreementOf(plan))) say(line);
    }
  } catch (error) {
    if (!(error instanceof StoreGone)) throw error;
    throw new UserError(words.storeGone(error.message), { cause: error });
  } finally {
    await connection.close();
  }
}

/**
 * `tocsin import …`: `argv` is what follows `import`. Throws a `UserError` for what the person at
 * the keyboard can put right; stopped by Ctrl-C it ends well, with the exit code 130.
 */
export async function runImport(argv: string[]): Promise<void> {
  const wanted = readArguments(argv);
  if ('show' in wanted) {
    process.stdout.write(`${wanted.show}\n`);
    return;
  }
  const say = (line: string) => {
    process.stdout.write(`${line}\n`);
  };
  const stop = new AbortController();
  const onSignal = () => {
    say(words.stopping);
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    await importFile(wanted, stop.signal, say);
    if (!stop.signal.aborted) return;
    say(words.stopped);
    process.exitCode = 130;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
