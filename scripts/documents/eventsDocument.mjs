const said = (shape) => {
  if (typeof shape === 'string') return shape;
  if ('list' in shape) return `list of ${said(shape.list)}`;
  if ('tuple' in shape) return `[${shape.tuple.map(said).join(', ')}]`;
  if ('record' in shape) return `by key: ${said(shape.record)}`;
  if ('anyOf' in shape) return shape.anyOf.map(said).join(' or ');
  return 'object';
};

/** The fields below a shape that is, or holds, an object. */
const inner = (shape) => {
  if (typeof shape === 'string') return undefined;
  if ('fields' in shape) return shape.fields;
  if ('list' in shape) return inner(shape.list);
  if ('record' in shape) return inner(shape.record);
  return undefined;
};

const suffix = (shape) => {
  if (typeof shape === 'string' || 'fields' in shape) return '';
  if ('list' in shape) return `[]${suffix(shape.list)}`;
  return 'record' in shape ? `.*${suffix(shape.record)}` : '';
};

function rows(fields, path = '') {
  return Object.entries(fields).flatMap(([name, { shape, optional, doc = '' }]) => {
    const own = `${path}${name}`;
    const meaning = doc.replace(/\s+/g, ' ').replaceAll('|', '\\|');
    const row = `| \`${own}\`${optional ? ' (optional)' : ''} | ${said(shape).replaceAll('|', '\\|')} | ${meaning} |`;
    const below = inner(shape);
    return below ? [row, ...rows(below, `${own}${suffix(shape)}.`)] : [row];
  });
}

function eventText(type, shape, schema) {
  const fields = rows(shape.fields ?? {});
  const table = ['| field | holds | |', '| --- | --- | --- |', ...fields].join('\n');
  return `### ${type}\n\nSchema ${schema}.\n\n${fields.length > 0 ? table : 'No facts of its own.'}\n`;
}

/**
 * EVENTS.md.
 *
 * @param streams each kind of stream with its events' shapes
 * @param schemas the schema number written today, by event type
 */
export function eventsDocument(streams, schemas) {
  const parts = streams.map(({ name, stream, events }) => {
    const texts = Object.entries(events).map(([type, shape]) =>
      eventText(type, shape, schemas[type]),
    );
    return `## ${name}\n\nStream \`${stream}\`.\n\n${texts.join('\n')}`;
  });
  return `# The events of Tocsin

Made from the types by \`pnpm documents\`; \`pnpm check\` fails when it is out of date. A stored shape is
read for ever: a field may be added if it is optional, anything else needs a new schema number and
an upcaster (\`domain/src/codec/upcasters.ts\`). The shapes that were ever written stand in
\`shapes.json\`.

Every event also carries, as metadata, who did it, why, when it happened and was recorded, its
schema number, whether it is an exercise, and the hash of the event before it (\`EventMeta\` in
\`domain/src/metadata.ts\`).

${parts.join('\n')}`;
}
