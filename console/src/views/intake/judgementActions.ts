import type { Incident } from '../../api/types.ts';

type Status = Incident['status'];

const open: readonly Status[] = ['REPORTED', 'CONFIRMED', 'RESPONDING', 'CONTAINED'];
const confirmed: readonly Status[] = ['CONFIRMED', 'RESPONDING', 'CONTAINED'];

const offers = [
  { name: 'type', command: 'judgeIncident', when: confirmed },
  { name: 'grade', command: 'judgeIncident', when: confirmed },
  { name: 'priority', command: 'judgeIncident', when: confirmed },
  { name: 'assignResponsible', command: 'assignResponsibility', when: confirmed },
  { name: 'setLevel', command: 'raiseResponseLevel', when: open },
  { name: 'raise', command: 'raiseIncident', when: open },
  { name: 'handDown', command: 'handDownIncident', when: open },
  { name: 'merge', command: 'mergeIncident', when: open },
  { name: 'undoMerge', command: 'undoMerge', when: ['MERGED'] },
] as const satisfies readonly {
  readonly name: string;
  readonly command: string;
  readonly when: readonly Status[];
}[];

export type JudgementActionName = (typeof offers)[number]['name'];

/** What of the judgement may be changed now, by a viewer with these permissions. */
export function judgementActionsOn(
  incident: Pick<Incident, 'status' | 'may' | 'jurisdiction'>,
): readonly JudgementActionName[] {
  const { status, may, jurisdiction } = incident;
  const isCitys = jurisdiction.level === 'CITY';
  return offers
    .filter(({ command, when }) => when.some((one) => one === status) && may.includes(command))
    .filter(({ name }) => name !== 'raise' || !isCitys)
    .map(({ name }) => name);
}

/** A commander any level; a dispatcher 4 and 3, and only higher than it is. */
export function levelsOffered({
  responseLevel,
  may,
}: Pick<Incident, 'responseLevel' | 'may'>): readonly number[] {
  if (may.includes('setResponseLevel')) return [1, 2, 3, 4].filter((one) => one !== responseLevel);
  return [4, 3].filter((one) => responseLevel === null || one < responseLevel);
}
