import ts from 'typescript';

/**
 * The shape of a stored value, as plain data that can be compared and printed:
 * `string` `number` `boolean` `"literal"` `Name[]`, or `{fields}`, `{list}`, `{record}`, `{any of}`.
 *
 * @typedef {string | {fields: Record<string, Field>} | {list: Shape} | {tuple: Shape[]} |
 *   {record: Shape} | {anyOf: Shape[]}} Shape
 * @typedef {{shape: Shape, optional?: true, doc?: string}} Field
 */

/** Opens the domain's types. Throws when they do not compile. */
export function openTypes(root) {
  const config = ts.readConfigFile(`${root}domain/tsconfig.json`, ts.sys.readFile).config;
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}domain`);
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, composite: false });
  return { program, checker: program.getTypeChecker() };
}

/** The type that a file of the domain exports under a name. */
export function exportedType({ program, checker }, file, name) {
  const source = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(file));
  const symbol = source && checker.getSymbolAtLocation(source);
  const found = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
  if (!found) throw new Error(`${file} exports no ${name}`);
  return checker.getDeclaredTypeOfSymbol(found);
}

const membersOf = (type) => (type.isUnion() ? type.types : [type]);

/** The events of a union, by name: the shape of their data. */
export function eventsOf({ checker }, type) {
  const events = membersOf(type).map((member) => {
    const at =
      member.symbol?.declarations?.[0] ?? checker.getPropertyOfType(member, 'type').declarations[0];
    const property = (name) =>
      checker.getTypeOfSymbolAtLocation(checker.getPropertyOfType(member, name), at);
    return [property('type').value, shapeOf(checker, property('data'), at)];
  });
  return Object.fromEntries(events.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns {Shape} */
function shapeOf(checker, type, at) {
  if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type);
  if (type.flags & ts.TypeFlags.String) return 'string';
  if (type.flags & ts.TypeFlags.Number) return 'number';
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.isUnion()) return unionOf(checker, type, at);
  if (checker.isTupleType(type))
    return { tuple: checker.getTypeArguments(type).map((one) => shapeOf(checker, one, at)) };
  if (checker.isArrayType(type))
    return { list: shapeOf(checker, checker.getTypeArguments(type)[0], at) };
  if (type.flags & ts.TypeFlags.Never) return 'nothing';
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)))
    throw new Error(`an event holds ${checker.typeToString(type)}, which can't be stored`);
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  const properties = checker.getPropertiesOfType(type);
  if (index && properties.length === 0) return { record: shapeOf(checker, index.type, at) };
  return { fields: fieldsOf(checker, properties, at) };
}

function unionOf(checker, type, at) {
  const shapes = type.types
    .filter((one) => !(one.flags & ts.TypeFlags.Undefined))
    .map((one) => shapeOf(checker, one, at));
  const distinct = [...new Map(shapes.map((one) => [JSON.stringify(one), one])).values()];
  const both = ['true', 'false'].every((one) => distinct.includes(one));
  const rest = both ? distinct.filter((one) => one !== 'true' && one !== 'false') : distinct;
  const all = both ? [...rest, 'boolean'] : rest;
  if (all.length === 1) return all[0];
  return { anyOf: all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

function fieldsOf(checker, properties, at) {
  const fields = properties.map((property) => {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const doc = ts.displayPartsToString(property.getDocumentationComment(checker));
    const shape = shapeOf(checker, checker.getTypeOfSymbolAtLocation(property, at), at);
    return [property.name, { shape, ...(optional ? { optional } : {}), ...(doc ? { doc } : {}) }];
  });
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same shape without its comments: what is compared and kept. */
export function bare(shape) {
  if (typeof shape === 'string') return shape;
  if ('list' in shape) return { list: bare(shape.list) };
  if ('record' in shape) return { record: bare(shape.record) };
  if ('tuple' in shape) return { tuple: shape.tuple.map(bare) };
  if ('anyOf' in shape) return { anyOf: shape.anyOf.map(bare) };
  const fields = Object.entries(shape.fields).map(([name, { shape: of, optional }]) => [
    name,
    { shape: bare(of), ...(optional ? { optional } : {}) },
  ]);
  return { fields: Object.fromEntries(fields) };
}
