import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { Refusal } from './refusal.ts';

/** Levels of nesting; the deepest of ours has 6, introspection by GraphiQL 13. */
export const mostLevels = 15;
/** Fields in an operation, fragments counted wherever they are used. */
export const mostFields = 1000;
/** Fields at the top of an operation, so that aliases don't multiply the work. */
export const mostRootFields = 20;

interface Tally {
  fields: number;
  depth: number;
}

function count(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  tally: Tally,
  depth: number,
): void {
  tally.depth = Math.max(tally.depth, depth);
  for (const selection of set.selections) {
    if (tally.fields > mostFields || tally.depth > mostLevels) return;
    if (selection.kind === Kind.FIELD) {
      tally.fields += 1;
      if (selection.selectionSet) count(selection.selectionSet, fragments, tally, depth + 1);
      continue;
    }
    // A spread costs a level too: fragments that use each other in a circle end here as well.
    const spread =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    const level = selection.kind === Kind.INLINE_FRAGMENT ? depth : depth + 1;
    if (spread) count(spread, fragments, tally, level);
  }
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );

/** Refuses operations that nest too deeply or ask for too much. */
export const operationLimits: ValidationRule = (context) => ({
  OperationDefinition({ selectionSet }) {
    const tally: Tally = { fields: 0, depth: 0 };
    count(selectionSet, fragmentsOf(context.getDocument()), tally, 1);
    if (tally.depth > mostLevels) context.reportError(new Refusal('TOO_DEEP', { max: mostLevels }));
    if (tally.fields > mostFields)
      context.reportError(new Refusal('TOO_MANY_FIELDS', { max: mostFields }));
    if (selectionSet.selections.length > mostRootFields)
      context.reportError(new Refusal('TOO_MANY_FIELDS', { max: mostRootFields }));
  },
});
