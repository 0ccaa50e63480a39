import { parseArgs } from 'node:util';
import { UserError } from '../userError.ts';
import { words } from './words/words.ts';

export type ImportArguments =
  | { readonly show: string }
  | {
      readonly file: string;
      /** Infinity: as fast as it goes. */
      readonly speed: number;
      readonly inFlight: number;
      readonly dataDir?: string;
    };

/** The command line itself is at fault. */
const usage = (sentence: string, cause?: unknown): UserError =>
  new UserError(sentence, { exitCode: 2, cause });

function readSpeed(value: string): number {
  if (value === 'max') return Number.POSITIVE_INFINITY;
  const speed = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(speed) || speed <= 0) throw usage(words.badSpeed(value));
  return speed;
}

function readInFlight(value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > 1024) throw usage(words.badInFlight(value));
  return number;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        speed: { type: 'string', default: 'max' },
        'in-flight': { type: 'string', default: '64' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message.split(/[.\n]/)[0] : String(error);
    throw usage(words.unknownOption(message ?? ''), error);
  }
}

/** What was asked for, or a text to show. Throws a `UserError`. */
export function readArguments(argv: readonly string[]): ImportArguments {
  const [kind, ...rest] = argv;
  if (kind === undefined || kind === '--help' || kind === '-h') return { show: words.kinds };
  if (kind !== 'sf-fire') throw usage(words.unknownKind(kind));
  const { values, positionals } = parse(rest);
  if (values.help) return { show: words.help };
  const speed = readSpeed(values.speed);
  const inFlight = readInFlight(values['in-flight']);
  const [file, second] = positionals;
  if (file === undefined) throw usage(words.noFile);
  if (second !== undefined) throw usage(words.tooManyFiles);
  return { file, speed, inFlight, ...(values.data === undefined ? {} : { dataDir: values.data }) };
}
