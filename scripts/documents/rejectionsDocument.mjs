import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of the facts that each code is rejected with, as the sources say. */
export async function factsOfRejections(folders) {
  const facts = new Map();
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true });
    const sources = names.filter(
      (name) => /\.ts$/.test(name) && !/\.(spec|testkit)\.ts$/.test(name),
    );
    for (const name of sources) {
      const text = await readFile(join(folder, name), 'utf8');
      for (const [, code, object] of text.matchAll(/reject\(\s*'(\w+)',\s*\{([^{}]*)\}/g)) {
        const known = facts.get(code) ?? new Set();
        for (const [, fact] of object.matchAll(/(?:^|[,{])\s*(\w+)\s*(?=[:,]|$)/gm))
          known.add(fact);
        facts.set(code, known);
      }
    }
  }
  return facts;
}

const placeholders = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** REJECTIONS.md: every code, its facts, and what is said in either language. */
export function rejectionsDocument(catalogues, facts) {
  const codes = Object.keys(catalogues.en.sentences).sort();
  const sections = codes.map((code) => {
    const { [code]: en } = catalogues.en.sentences;
    const { [code]: zh } = catalogues.zh.sentences;
    const named = [...placeholders(en), ...placeholders(zh)].filter((name) => name !== 'field');
    const all = [...new Set([...(facts.get(code) ?? []), ...named])].sort();
    const list = all.length > 0 ? all.map((fact) => `\`${fact}\``).join(', ') : 'none';
    return `### ${code}\n\nFacts: ${list}\n\n- en: ${en}\n- zh-CN: ${zh}\n`;
  });
  return `# What Tocsin refuses, and what it says

Made from the code by \`pnpm documents\`; \`pnpm check\` fails when it is out of date. A rejection is a
code with facts and, where an input is at fault, its field; the sentence is made of them in the
reader's language. \`{field}\` is the label of the field; a part in brackets is left out when a
fact in it is missing.

${sections.join('\n')}`;
}
