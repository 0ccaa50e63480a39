import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Facts } from '../messages/index.ts';
import { Refusal } from './refusal.ts';

/** Inputs whose fields stand at the top of a command, as the domain names them. */
const flattened = ['report', 'confirm'];

function fieldPath(variable: string, path: readonly (string | number)[]): string {
  const [first, ...rest] =
    flattened.includes(variable) && path.length > 0 ? path : [variable, ...path];
  return rest.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`),
    String(first),
  );
}

function typeAt(
  type: GraphQLInputType,
  path: readonly (string | number)[],
): GraphQLInputType | undefined {
  let here: GraphQLInputType | undefined = type;
  for (const key of path) {
    if (typeof key === 'number' || !here) continue;
    const named: GraphQLNamedInputType = getNamedType(here);
    if (isInputObjectType(named)) here = named.getFields()[key]?.type;
  }
  return here;
}

function fault(type: GraphQLInputType | undefined, value: unknown, detail: string) {
  const named = type && getNamedType(type);
  const rule = (code: Refusal['refusal']['code'], facts: Facts = {}) => ({ code, facts });
  if (value === null || (value === undefined && type && isNonNullType(type)))
    return rule('required');
  if (isEnumType(named)) {
    const allowed = named.getValues().map(({ name }) => name);
    return rule('notOneOf', { allowed: allowed.join(', ') });
  }
  if (isScalarType(named)) {
    if (named.name === 'Float' || named.name === 'Int' || named.name === 'Revision')
      return rule('notANumber');
    if (named.name === 'DateTime') return rule('notATime');
    if (named.name === 'Cursor') return rule('cursorInvalid');
    if (named.name === 'ID') return rule('notAnId');
  }
  return rule('BAD_INPUT', { detail });
}

const missing = /^Field "(\w+)" of required type/;

/** Which variables don't fit their types, as refusals that name the field and the rule. */
export function explainVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    const value = variables[name];
    if (!isInputType(type)) continue;
    if (value === undefined) {
      if (isNonNullType(type) && !definition.defaultValue)
        refusals.push(new Refusal('required', {}, fieldPath(name, [])));
      continue;
    }
    coerceInputValue(value, type, (path, invalid, error) => {
      const absent = missing.exec(error.message)?.[1];
      const at = absent === undefined ? path : [...path, absent];
      const given = absent === undefined ? invalid : undefined;
      const { code, facts } = fault(typeAt(type, at), given, error.message);
      refusals.push(new Refusal(code, facts, fieldPath(name, at)));
    });
  }
  return refusals;
}
