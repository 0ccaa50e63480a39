import { Document, isCollection, isMap, isScalar, visit } from 'yaml';
import type { ProfileFile } from './profileFile.ts';
import { preamble, sections } from './sections.ts';

/** What fits on a line of its own, in characters. */
const lineLength = 110;

/** Kinds whose entries stay on one line however long. */
const oneLine = new Set(['cells', 'streets', 'units', 'people', 'shifts']);

const comment = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ` ${line}`.trimEnd())
    .join('\n');

/** The profile as a documented YAML file; reading it gives the same profile. */
export function profileYaml(file: ProfileFile): string {
  const keys = Object.keys(sections) as (keyof ProfileFile)[];
  const document = new Document(Object.fromEntries(keys.map((key) => [key, file[key]])), {
    aliasDuplicateObjects: false,
  });
  document.commentBefore = comment(preamble);
  const { contents } = document;
  if (!isMap(contents)) throw new Error('a profile is a map');
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const name = key.value as keyof ProfileFile;
    key.commentBefore = comment(sections[name]);
    key.spaceBefore = true;
    layOut(value, oneLine.has(name));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Small things stand on one line; of the large kinds each entry does. */
function layOut(section: unknown, entriesOnOneLine: boolean): void {
  if (!isCollection(section)) return;
  visit(section, {
    Collection(_at, node) {
      if (node === section) return undefined;
      if (!entriesOnOneLine && JSON.stringify(node).length > lineLength) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
}
