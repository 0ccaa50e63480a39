export * from './accessRows.ts';
export * from './accounts.ts';
export * from './actionRows.ts';
export * from './boardsMade.ts';
export * from './changeDifference.ts';
export {
  type BoardChange,
  type Changes,
  type ChangesWanted,
  changesAfter,
  type RowOf,
} from './changesAfter.ts';
export * from './changesKeptAfter.ts';
export * from './channel.ts';
export * from './cities.ts';
export * from './cursor.ts';
export * from './demoAccounts.ts';
export * from './filters.ts';
export * from './gaugePool.ts';
export * from './incidentNumber.ts';
export * from './incidentRows.ts';
export * from './intervals/acknowledgements.ts';
export * from './intervals/intervals.ts';
export type * from './intervals/intervalsWanted.ts';
export * from './newestCursor.ts';
export * from './notice.ts';
export * from './openIncidentsNear.ts';
export * from './openPlaces.ts';
export * from './past/momentAt.ts';
export type * from './past/past.ts';
export * from './past/pastChanges.ts';
export * from './past/pastRows.ts';
export * from './people.ts';
export * from './rebuildUnderWay.ts';
export type * from './rows.ts';
export * from './runnerFigures.ts';
export type { BoardsAt, Db, Snapshot } from './snapshot.ts';
export * from './status.ts';
export * from './streamRows.ts';
export * from './taskRows.ts';
export * from './timelineRows.ts';
export * from './unitRows.ts';
export * from './waitForPosition.ts';
