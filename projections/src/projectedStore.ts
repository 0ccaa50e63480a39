import type { Store } from '@tocsin/domain/store';

/** What projections and process managers need of the event store. */
export type ProjectedStore = Pick<Store, 'follow' | 'lastPosition' | 'send'>;
