import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoProfile } from '../demoCity/demoProfile.ts';
import { addCommand, newCommand, runCommand } from '../newCommand.ts';
import { errorCode, UserError } from '../userError.ts';
import { counted } from './changes.ts';
import { readProfile } from './readProfile.ts';
import { demoProfilePath } from './startProfile.ts';
import { type Counted, words } from './words/words.ts';
import { profileYaml } from './writeProfile.ts';

/** What a check counts. */
const shown = [
  'departments',
  'districts',
  'cells',
  'types',
  'plans',
  'units',
  'depots',
  'people',
] as const satisfies readonly Counted[];

/**
 * `tocsin profile check|generate`. `argv` is what follows `profile`. Throws a `UserError` for what
 * the person at the keyboard can put right: a profile's faults, each with its place.
 */
export async function runProfile(argv: string[]): Promise<void> {
  const help = words.help;
  const profile = newCommand('tocsin profile', help.description);
  addCommand(profile, 'check', help.check).argument('<file>', help.file).action(check);
  addCommand(profile, 'generate', help.generate).argument('[file]', help.output).action(generate);
  await runCommand(profile, argv);
}

function check(name: string): void {
  const { file } = readProfile(resolve(name));
  const counts = shown.map((kind) => counted(kind, file[kind].length)).join(words.comma);
  process.stdout.write(`${words.checked(name, counts)}\n`);
}

function generate(name: string = demoProfilePath): void {
  try {
    writeFileSync(name, profileYaml(demoProfile()));
  } catch (error) {
    throw new UserError(words.unwritable(name, errorCode(error) ?? String(error)), {
      cause: error,
    });
  }
  process.stdout.write(`${words.generated(name)}\n`);
}
