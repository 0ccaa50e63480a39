import { type DocumentNode, type GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { operationLimits } from './operationLimits.ts';

/** How much document text is remembered, in characters. */
const remembered = 4_000_000;

type Parsed = { readonly document: DocumentNode } | { readonly error: Error };

function parsed(text: string): Parsed {
  try {
    return { document: parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Parses and validates each document once, by its text; the memory for it is bounded. */
export function cachedDocuments(): Plugin {
  const parses = new LRUCache<string, Parsed>({
    max: 2_000,
    maxSize: remembered,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const validations = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    onParse({ params, setParseFn }) {
      const text = String(params.source);
      const known = parses.get(text) ?? parsed(text);
      parses.set(text, known);
      setParseFn(() => {
        if ('error' in known) throw known.error;
        return known.document;
      });
    },
    onValidate({ params: { documentAST }, addValidationRule, setResult }) {
      const known = validations.get(documentAST);
      if (known) return setResult([...known]);
      addValidationRule(operationLimits);
      return ({ result }) => {
        validations.set(documentAST, [...result]);
      };
    },
  };
}
