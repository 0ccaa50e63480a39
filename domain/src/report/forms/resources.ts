import { type Commitment, isCommitted } from '../../incident/incident.ts';
import { givenBy } from '../../incident/supplies/supplies.ts';
import type { Cell } from '../document.ts';
import type { Telling } from '../telling.ts';

const onScene = ['onScene', 'transporting', 'atDestination'] as const;
const isOnScene = ({ stage }: Commitment): boolean => onScene.some((one) => one === stage);

/** Each department's units: committed, of these on scene, released, and which. */
export function unitsRows({ incident, department }: Telling): (readonly Cell[])[] {
  const sent = [...incident.commitments.values()].filter(({ stage }) => stage !== 'cancelled');
  const departments = [...new Set(sent.map((unit) => unit.department))];
  return departments.map((id) => {
    const own = sent.filter((unit) => unit.department === id);
    const here = own.filter(isCommitted);
    return [
      department(id),
      String(here.length),
      String(here.filter(isOnScene).length),
      String(own.length - here.length),
      own.map(({ callSign }) => callSign).join(', '),
    ];
  });
}

/** Each supply that was requested: how much, how much went out, how much is out. */
export function suppliesRows({ incident, city, language }: Telling): (readonly Cell[])[] {
  return [...incident.supplies.values()]
    .filter(({ status }) => status !== 'cancelled')
    .map(({ item, quantity, commitments }) => {
      const all = [...commitments.values()];
      const issued = all.reduce((sum, one) => sum + one.issued, 0);
      const back = all.reduce((sum, one) => sum + one.returned + one.consumed, 0);
      const name = city?.items.get(item)?.name[language] ?? item;
      return [name, String(quantity), String(issued), String(issued - back)];
    });
}

/** What is asked for and not there: units, supplies, mutual aid. */
export function needsRows({ incident, city, language, time }: Telling): (readonly Cell[])[] {
  const capabilityOf = (id: string) => city?.capabilities.get(id)?.name[language] ?? id;
  const units = [...incident.unitRequests.values()].flatMap((request) => {
    const sent = [...incident.commitments.values()].filter(
      (unit) => unit.request === request.request && unit.stage !== 'cancelled',
    );
    const missing = request.withdrawn ? 0 : request.count - sent.length;
    return [{ ...request, what: capabilityOf(request.capability), missing }];
  });
  const supplies = [...incident.supplies.values()].map((request) => ({
    what: city?.items.get(request.item)?.name[language] ?? request.item,
    count: request.quantity,
    missing: request.status === 'open' ? request.quantity - givenBy(request) : 0,
    requested: request.requested,
  }));
  const aid = [...incident.mutualAid.values()].map((request) => ({
    ...request,
    what: `${capabilityOf(request.capability)} (${
      city?.jurisdictions.get(request.jurisdiction)?.name[language] ?? request.jurisdiction
    })`,
    missing: request.answered || request.ended ? 0 : request.count,
  }));
  return [...units, ...supplies, ...aid]
    .filter(({ missing }) => missing > 0)
    .map(({ what, count, missing, requested }) => [
      what,
      String(count),
      String(missing),
      time(requested.occurredAt),
    ]);
}
