import { useEffect, useMemo } from 'react';
import { incidentBoard, taskBoard, unitBoard } from '../api/boards.ts';
import type { Live } from '../api/live.ts';
import { openPost } from '../api/post.ts';
import { warningBoard } from '../api/streamBoards.ts';
import type { Viewer } from '../api/types.ts';
import type { CityIndex } from '../store/cityIndex.ts';
import type { Desk } from './desk.ts';

function openDesk(viewer: Viewer, city: CityIndex, live: Live): Desk {
  const { id } = city.city;
  const { department, roles } = viewer;
  const liaison = department !== null && roles.includes('LIAISON');
  const only = roles.every((role) => role === 'LIAISON');
  return {
    viewer,
    city,
    live,
    warnings: warningBoard(live, id),
    incidents: incidentBoard(live, id),
    units: unitBoard(live, id, only ? department : null),
    post: openPost(viewer.account),
    tasks: liaison ? taskBoard(live, id, department) : null,
  };
}

/** Follows what the viewer may read. */
function startBoards({ viewer, warnings, incidents, units, tasks, post }: Desk): () => void {
  const starts = [
    ...(viewer.may.includes('readWarningBoard') ? [warnings.start] : []),
    ...(viewer.may.includes('readIncidentBoard') ? [incidents.start] : []),
    ...(viewer.may.includes('readUnitBoard') ? [units.start] : []),
    ...(tasks === null ? [] : [tasks.start, post.start]),
  ];
  const stops = starts.map((start) => start());
  return () => {
    for (const stop of stops) stop();
  };
}

/** One desk for a viewer, a city and a line; its boards follow the server while it stands. */
export function useOpenDesk(
  viewer: Viewer,
  city: CityIndex | null,
  live: Live | null,
): Desk | null {
  const desk = useMemo(
    () => (city === null || live === null ? null : openDesk(viewer, city, live)),
    [viewer, city, live],
  );
  useEffect(() => (desk === null ? undefined : startBoards(desk)), [desk]);
  return desk;
}
