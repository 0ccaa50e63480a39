import { type Rejection, reject } from '../rejection.ts';
import type { Outcome } from './store.ts';

export const rejected = (rejection: Rejection): Outcome => ({ kind: 'rejected', rejection });
export const reused = (): Outcome => rejected(reject('commandIdReused', {}, 'command.id'));
