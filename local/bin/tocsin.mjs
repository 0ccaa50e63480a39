#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BuildEnded, build } from './build.mjs';
import { words } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a command is, which of its exports runs it, whether it needs the console, or serves. */
const commands = {
  build: { console: true, verifier: true },
  start: { module: 'start/command.js', run: 'runStart', console: true, serves: true },
  gateway: { module: 'start/partCommands.js', run: 'runGateway', console: true, serves: true },
  projections: { module: 'start/partCommands.js', run: 'runProjections', serves: true },
  eventstore: { module: 'eventstore/command.js', run: 'runEventStore', serves: true },
  rebuild: { module: 'start/rebuildCommand.js', run: 'runRebuild' },
  import: { module: 'import/command.js', run: 'runImport' },
  profile: { module: 'profile/command.js', run: 'runProfile' },
  verify: { module: 'proof/verifyCommand.js', run: 'runVerify' },
  export: { module: 'proof/exportCommand.js', run: 'runExport', verifier: true },
  archive: { module: 'proof/archiveCommand.js', run: 'runArchive', verifier: true },
  replay: { module: 'proof/replayCommand.js', run: 'runReplay' },
  erase: { module: 'keys/eraseCommand.js', run: 'runErase' },
  person: { module: 'person/command.js', run: 'runPerson' },
};

// The GraphQL library checks every value twice as long as nobody says that it is in earnest.
process.env.NODE_ENV ??= 'production';

const [name, ...argv] = process.argv.slice(2);
async function main() {
  if (!isNewEnough(process.versions.node)) return fail(words.oldNode(process.version), 1);
  if (name === '--help' || name === '-h' || name === 'help') return say(words.help);
  if (name === '--version' || name === '-V') return say(`${versionOf(root)}\n`);
  if (name === undefined) return fail(words.help, 2);
  if (!Object.hasOwn(commands, name)) {
    return fail(`${words.unknownCommand(name)}\n\n${words.help}`, 2);
  }
  const command = commands[name];
  const asksForHelp = argv.includes('--help') || argv.includes('-h');
  try {
    await build(root, {
      withConsole: command.console === true && !asksForHelp,
      withVerifier: command.verifier === true && !asksForHelp,
    });
    if (command.module === undefined) return 0;
    const module = await import(new URL(`../dist/${command.module}`, import.meta.url).href);
    await module[command.run](argv);
    return process.exitCode ?? 0;
  } catch (error) {
    return failure(command, error);
  }
}

function failure(command, error) {
  if (error instanceof BuildEnded)
    return fail(error.message, error.stopped ? stopCode(command) : 1);
  // The same code whichever module it came from: a sentence that says it all, or a surprise.
  if (error?.name === 'UserError') return fail(error.message, error.exitCode ?? 1);
  return fail(`${words.unexpected}\n${error?.stack ?? error}`, 1);
}

/** A server that was told to stop and did has succeeded; another command was cut short. */
const stopCode = (command) => (command.serves ? 0 : 130);

function say(text) {
  process.stdout.write(text);
  return 0;
}

function fail(text, code) {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  return code;
}

const versionOf = (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

process.exitCode = await main();
