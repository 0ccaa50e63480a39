/**
 * The version of what the projections make of a log. Whoever changes a projection so that the same
 * log gives other rows counts it up: then `pnpm rebuild` makes them, and the gateways send every
 * console its whole boards.
 */
export const boardsVersion = 2;
