import type { Actor } from '@tocsin/domain';

/** Who did something, as a row shows it. */
export type RowActor = Pick<Actor, 'kind' | 'id' | 'name' | 'role' | 'department'>;
