import { derivedId } from '@tocsin/domain';

// The ids in the log hang on these names: never change one.

export const incidentIdOf = (call: string): string => derivedId('sf-fire', 'call', call);
export const reportIdOf = (call: string): string => derivedId('sf-fire', 'report', call);
export const applicationIdOf = (call: string): string => derivedId('sf-fire', 'plan', call);
/** As the run card's application derives them. */
export const taskIdOf = (call: string, department: string): string =>
  derivedId(applicationIdOf(call), 'task', department);
export const requestIdOf = (call: string, capability: string): string =>
  derivedId(applicationIdOf(call), 'units', capability);
export const assignmentIdOf = (rowId: string): string => derivedId('sf-fire', 'row', rowId);
export const commandIdOf = (...step: readonly string[]): string =>
  derivedId('sf-fire', 'command', ...step);

/** `Castro/Upper Market` as an id: `castro-upper-market`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
