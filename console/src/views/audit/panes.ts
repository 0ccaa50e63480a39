/** What of an incident is shown at a moment: itself, what changed, somebody's screen, its forms. */
export const panes = ['sheet', 'changes', 'screen', 'forms'] as const;
export type PaneName = (typeof panes)[number];

export const paneIn = (wanted: string | null): PaneName =>
  panes.find((name) => name === wanted) ?? 'sheet';
