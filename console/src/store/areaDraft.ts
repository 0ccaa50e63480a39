import type { Area } from '../api/types.ts';

export const areaKinds = ['districts', 'subdistricts', 'cells'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** An area as it is being entered: ids by kind, and the polygon as it was typed. */
export type AreaDraft = Readonly<Record<AreaKind, readonly string[]>> & {
  readonly polygon: string;
};

const nothing: AreaDraft = { districts: [], subdistricts: [], cells: [], polygon: '' };

/** A form keeps texts only, so a draft is written as one. */
export const writeDraft = (draft: AreaDraft): string => JSON.stringify(draft);
export const readDraft = (text: string | undefined): AreaDraft =>
  text ? { ...nothing, ...(JSON.parse(text) as AreaDraft) } : nothing;

const ringsOf = (area: Area): readonly (readonly (readonly number[])[])[] => area.polygon ?? [];

export const draftOf = (area: Area): string =>
  writeDraft({
    districts: area.districts,
    subdistricts: area.subdistricts,
    cells: area.cells,
    polygon: ringsOf(area)
      .map((ring) => ring.map((point) => point.join(', ')).join('\n'))
      .join('\n\n'),
  });

type Point = readonly [lon: number, lat: number];

const pointOf = (line: string): Point | undefined => {
  const [lon, lat, ...rest] = line.split(/[,，\s]+/).map(Number);
  if (lon === undefined || lat === undefined || rest.length > 0) return undefined;
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : undefined;
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The first line of a typed polygon that is no longitude and latitude. */
export const badLine = (polygon: string): string | undefined =>
  linesOf(polygon).find((line) => pointOf(line) === undefined);

/** A ring ends where it began; whoever types it need not say so. */
function closed(points: readonly Point[]): number[][] {
  const [first] = points;
  const last = points.at(-1);
  const open = first && last && (first[0] !== last[0] || first[1] !== last[1]);
  return [...points, ...(open ? [first] : [])].map((point) => [...point]);
}

const polygonOf = (text: string): number[][][] =>
  text
    .split(/\n\s*\n/)
    .map((ring) =>
      linesOf(ring)
        .map(pointOf)
        .filter((point) => point !== undefined),
    )
    .filter((ring) => ring.length > 0)
    .map(closed);

/** The area that a draft stands for, as the server takes it. */
export function areaOf(text: string | undefined) {
  const draft = readDraft(text);
  const polygon = polygonOf(draft.polygon);
  return {
    districts: [...draft.districts],
    subdistricts: [...draft.subdistricts],
    cells: [...draft.cells],
    ...(polygon.length === 0 ? {} : { polygon }),
  };
}
