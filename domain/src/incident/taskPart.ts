/** One department leads; the others assist. */
export type TaskPart = 'lead' | 'assist';
