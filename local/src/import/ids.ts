import { derivedId } from '@tocsin/domain';

// The ids in the log hang on these names: never change one.

export const incidentIdOf = (call: string): string => derivedId('sf-fire', 'call', call);
export const reportIdOf = (call: string): string => derivedId('sf-fire', 'report', call);
export const taskIdOf = (call: string, department: string): string =>
  derivedId('sf-fire', 'task', call, department);
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
