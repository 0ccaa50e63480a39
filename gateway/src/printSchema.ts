import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { schema } from './schema/index.ts';

/** Where the printed schema is kept. */
export const schemaFile = fileURLToPath(new URL('../schema.graphql', import.meta.url));

export const printedSchema = (): string => `${printSchema(schema)}\n`;

// Run as a script, it writes the file that the console is generated from.
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, printedSchema());
