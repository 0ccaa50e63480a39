/** The channel of the nudge after each advance of the boards; its payload is the position. */
export const CHANGES_CHANNEL = 'tocsin_changes';
