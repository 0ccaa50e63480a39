import type { DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { actionIds, definitionOf } from './definitions.ts';

/** The right that a command asks for, where it has another name. */
const rights: Readonly<Record<string, string>> = {
  setResponseLevel: 'raiseResponseLevel',
  untickChecklistItem: 'tickChecklistItem',
};
/** Nobody presses these: signing in comes before there are actions, the others record what a console does. */
const unpressed = ['signIn', 'recordSeen', 'recordDelivery'];

const modules = import.meta.glob<Readonly<Record<string, DocumentNode>>>('../api/documents/*.ts', {
  eager: true,
});

/** The name of the field that a mutation asks for; undefined for what is no mutation. */
function commandOf(document: DocumentNode): string | undefined {
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition' || operation.operation !== 'mutation')
    return undefined;
  const [field] = operation.selectionSet.selections;
  return field?.kind === 'Field' ? field.name.value : undefined;
}
const commands = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .flatMap((document) => commandOf(document) ?? []);

describe('[V56] every command that the console gives', () => {
  const offered = new Set(actionIds.map((id) => definitionOf(id).may));

  it('is found among its documents', () => {
    expect(commands.length).toBeGreaterThan(80);
  });

  it.each(commands.filter((name) => !unpressed.includes(name)))(
    '%s is a registered action',
    (name) => {
      expect(offered).toContain(rights[name] ?? name);
    },
  );

  it('is named here as one that nobody presses only while it is one', () => {
    expect(commands).toEqual(expect.arrayContaining(unpressed));
  });
});
