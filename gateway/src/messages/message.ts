import type { Rejection } from '@tocsin/domain';
import type { Catalogue, MessageCode } from './catalogue.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { zhCN } from './zhCN.ts';

export type Facts = Rejection['facts'];
/** Gives a department's name in the reader's language; the id itself where it is unknown. */
export type NameDepartment = (id: string) => string;

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, zh: zhCN };

const placeholder = /\{(\w+)\}/g;

/** Fills in the facts; a part in brackets is left out when one of its facts is missing. */
export function fill(template: string, facts: Facts): string {
  const kept = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(placeholder)].every(([, name = '']) => name in facts) ? part : '',
  );
  return kept.replace(placeholder, (_, name: string) => String(facts[name] ?? '?'));
}

/** The label of a field: `tasks[1].department` is “Entry 2: Department”. */
export function fieldLabel(catalogue: Catalogue, field: string | undefined): string {
  if (field === undefined) return catalogue.unnamedField;
  const label = catalogue.fields[field.replace(/\[\d+\]/g, '')] ?? `“${field}”`;
  const index = /\[(\d+)\]/.exec(field)?.[1];
  if (index === undefined) return label;
  return fill(catalogue.entry, { number: Number(index) + 1, field: label });
}

/** What a person typed is shown shortened. */
const longestFact = 120;
const departmentFacts = ['department', 'departments'];
const wordFacts = ['status', 'wanted', 'stage', 'reached', 'role'];

function readable(catalogue: Catalogue, facts: Facts, nameDepartment: NameDepartment): Facts {
  const inWords = (key: string, value: string | number): string | number => {
    if (typeof value !== 'string') return value;
    const each = (name: NameDepartment) => value.split(', ').map(name).join(catalogue.separator);
    if (departmentFacts.includes(key)) return each(nameDepartment);
    if (wordFacts.includes(key)) return each((word) => catalogue.words[word] ?? word);
    return value.length > longestFact ? `${value.slice(0, longestFact)}…` : value;
  };
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, inWords(key, value)]),
  );
}

/** The sentence for a code in the reader's language, naming the field and the rule. */
export function message(
  language: Language,
  code: MessageCode,
  facts: Facts = {},
  field?: string,
  nameDepartment: NameDepartment = (id) => id,
): string {
  const catalogue = catalogues[language];
  const filled = {
    ...readable(catalogue, facts, nameDepartment),
    field: fieldLabel(catalogue, field),
  };
  return fill(catalogue.sentences[code], filled);
}
