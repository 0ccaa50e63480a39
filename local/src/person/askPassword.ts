import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';

const shortest = 10;

/**
 * A new password: from standard input to its end when `fromStdin` (a last line break doesn't
 * belong to it), else asked for twice without echo. Throws a `UserError` when it won't do.
 */
export async function askPassword(fromStdin: boolean): Promise<string> {
  const password = fromStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : await ask();
  if (password.length < shortest) throw new UserError(words.passwordShort(shortest));
  return password;
}

async function ask(): Promise<string> {
  if (!process.stdin.isTTY) throw new UserError(words.passwordNoTerminal);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silence, terminal: true });
  const cut = new AbortController();
  reader.once('SIGINT', () => cut.abort());
  try {
    const first = await question(words.passwordPrompt, () => reader.question('', cut));
    const again = await question(words.passwordAgain, () => reader.question('', cut));
    if (first !== again) throw new UserError(words.passwordsDiffer);
    return first;
  } catch (error) {
    if (cut.signal.aborted) throw new UserError(words.nothingChanged, { exitCode: 130 });
    throw error;
  } finally {
    reader.close();
  }
}

async function question(prompt: string, answer: () => Promise<string>): Promise<string> {
  process.stderr.write(prompt);
  try {
    return await answer();
  } finally {
    process.stderr.write('\n');
  }
}
