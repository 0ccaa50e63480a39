import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verifyBundle } from '@tocsin/domain/proof';
import { bundleFolder } from './bundleFolder.ts';
import { Findings, outcomeJson, outcomeLines } from './outcome.ts';
import { trustedSeals } from './verifyOptions.ts';
import { words } from './words/words.ts';

/**
 * `node verify.mjs [BUNDLE] [--key ID] [--known N:HASH] [--json]`: the verifier of bundles as one
 * file that needs nothing but Node. Without BUNDLE: the folder that it lies in.
 */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      known: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${words.standaloneHelp}\n`);
    return 0;
  }
  const folder = resolve(positionals[0] ?? dirname(fileURLToPath(import.meta.url)));
  const findings = new Findings();
  const trusted = trustedSeals(values.key, values.known);
  const verified = await verifyBundle(bundleFolder(folder), trusted, findings.add);
  if (!verified) throw new Error(words.notABundle(folder));
  const { signed, openings } = verified;
  const outcome = { verified, signed, openings };
  const text = values.json
    ? outcomeJson(outcome, findings)
    : outcomeLines(outcome, findings).join('\n');
  process.stdout.write(`${text}\n`);
  return findings.count > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
