import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { errorCode, UserError } from '../userError.ts';
import { type Fault, faultOf } from './faults.ts';
import { keyPositionOf, type Path, type Position, pathText, positionOf } from './position.ts';
import type { ProfileFile } from './profileFile.ts';
import { knownIn, unknownMentions } from './references.ts';
import { profileSchema } from './schema/index.ts';
import { duplicates, otherFaults, placeFaults, taskFaults } from './sense.ts';
import { words } from './words/words.ts';

/** A city of ten thousand cells with their outlines takes two megabytes. */
const mostMegabytes = 16;

export interface ReadProfile {
  readonly file: ProfileFile;
  /** A fault that shows only against the log, as a line of the file. */
  readonly faultAt: (path: Path, text: string) => UserError;
}

/** Reads a profile and checks it. Throws a `UserError` that lists every fault with its place. */
export function readProfile(name: string): ReadProfile {
  return parseProfile(textOf(name), name);
}

function textOf(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UserError(words.unreadable(name, errorCode(error) ?? String(error)), {
      cause: error,
    });
  }
}

/** @param name the file's, for what is said of it */
export function parseProfile(text: string, name: string): ReadProfile {
  if (text.length > mostMegabytes * 2 ** 20) {
    throw faulty(name, [`${name}: ${words.tooLarge(mostMegabytes)}`]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return shown(
      name,
      { line: Math.max(1, line), column: Math.max(1, col) },
      words.syntax(message),
    );
  });
  if (broken.length > 0) throw faulty(name, broken);
  const place = ({ path, key }: Pick<Fault, 'path' | 'key'>): Position =>
    key ? keyPositionOf(document, lines, path) : positionOf(document, lines, path);
  const told = (fault: Fault): string => {
    const path = pathText(fault.path);
    return shown(name, place(fault), path === '' ? fault.text : `${path}: ${fault.text}`);
  };
  const found = v.safeParse(profileSchema, document.toJS());
  if (!found.success) throw faulty(name, inOrder(found.issues.map(faultOf), place).map(told));
  const file: ProfileFile = found.output;
  const senseless = faultsOf(file, (path) => place({ path }).line);
  if (senseless.length > 0) throw faulty(name, inOrder(senseless, place).map(told));
  return { file, faultAt: (path, said) => faulty(name, [told({ path, text: said })]) };
}

const faultsOf = (file: ProfileFile, lineOf: (path: Path) => number): Fault[] => [
  ...duplicates(file, lineOf),
  ...unknownMentions(file, knownIn(file)),
  ...taskFaults(file, lineOf),
  ...placeFaults(file),
  ...otherFaults(file),
];

/** As they stand in the file. */
const inOrder = (faults: readonly Fault[], place: (fault: Fault) => Position): Fault[] =>
  faults
    .map((fault) => ({ fault, ...place(fault) }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ fault }) => fault);

const shown = (name: string, { line, column }: Position, text: string): string =>
  `${name}:${line}:${column} ${text}`;

const faulty = (name: string, lines: readonly string[]): UserError =>
  new UserError(
    `${words.faults(name, lines.length)}\n${lines.map((one) => `  ${one}`).join('\n')}`,
  );
