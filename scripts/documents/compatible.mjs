/**
 * What keeps values stored in one shape from being read in another: '' when nothing does. A field
 * may be added if it is optional, and a union widened; all else is another shape.
 *
 * @param {import('./eventShapes.mjs').Shape} stored without comments
 * @param {import('./eventShapes.mjs').Shape} read
 */
export function whyUnreadable(stored, read, at = 'data') {
  if (typeof stored === 'object' && 'anyOf' in stored)
    return firstOf(stored.anyOf.map((one) => whyUnreadable(one, read, at)));
  if (typeof read === 'object' && 'anyOf' in read) return fitsOneOf(stored, read.anyOf, at);
  if (typeof stored === 'string' || typeof read === 'string')
    return stored === read || isKindOf(stored, read)
      ? ''
      : `${at} was ${said(stored)}, now ${said(read)}`;
  const kinds = ['list', 'record', 'tuple', 'fields'];
  const kind = kinds.find((one) => one in stored);
  if (!(kind in read)) return `${at} was a ${kind}, now it is not`;
  if (kind === 'list' || kind === 'record')
    return whyUnreadable(stored[kind], read[kind], `${at}[]`);
  if (kind === 'tuple') {
    if (stored.tuple.length !== read.tuple.length) return `${at} has another length`;
    return firstOf(stored.tuple.map((one, i) => whyUnreadable(one, read.tuple[i], `${at}[${i}]`)));
  }
  return whyFieldsUnreadable(stored.fields, read.fields, at);
}

const said = (shape) => (typeof shape === 'string' ? shape : Object.keys(shape)[0]);
const firstOf = (faults) => faults.find((one) => one !== '') ?? '';

function fitsOneOf(stored, among, at) {
  const faults = among.map((one) => whyUnreadable(stored, one, at));
  return faults.includes('') ? '' : `${at}: ${said(stored)} is none of what is read now`;
}

/** A literal is a string, a number or a boolean. */
function isKindOf(stored, read) {
  if (typeof stored !== 'string') return false;
  if (read === 'string') return stored.startsWith('"');
  if (read === 'number') return /^-?\d/.test(stored);
  return read === 'boolean' && (stored === 'true' || stored === 'false');
}

function whyFieldsUnreadable(stored, read, at) {
  for (const [name, field] of Object.entries(stored)) {
    const now = read[name];
    if (!now) return `${at}.${name} is gone`;
    if (field.optional && !now.optional) return `${at}.${name} was optional, now it must be there`;
    const fault = whyUnreadable(field.shape, now.shape, `${at}.${name}`);
    if (fault) return fault;
  }
  const added = Object.entries(read).find(([name, { optional }]) => !(name in stored) && !optional);
  return added ? `${at}.${added[0]} is new and must be there` : '';
}
