import { derivedId } from '../derivedId.ts';
import type { MutualAidEvent } from '../incident/mutualAid/events.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { UnitCommand } from '../unit/events.ts';
import type { Policy, Reaction } from './policy.ts';

type Of<T extends MutualAidEvent['type']> = Extract<MutualAidEvent, { type: T }>['data'];

const toUnit = (event: LogEvent, unit: string, command: UnitCommand): Reaction => ({
  kind: 'command',
  target: { stream: 'unit', id: unit, command },
  commandId: derivedId('mutualAid', event.id, unit),
});

/** What the answer says of a unit is all that this city knows of it. */
function lend(event: LogEvent, data: Of<'MutualAidAnswered'>): readonly Reaction[] {
  const { city, jurisdiction, capability, request, units } = data;
  const incident = event.stream.slice('incident-'.length);
  return units.map(({ unit, callSign, department, kind }) => {
    const name = { zh: callSign, en: callSign };
    const facts = { unit, city, callSign, department, kind, name };
    return toUnit(event, unit, {
      type: 'LendUnit',
      data: {
        facts: { ...facts, capabilities: [capability], station: jurisdiction, jurisdiction },
        loan: { jurisdiction, incident, request },
      },
    });
  });
}

/** Brings the units in that another jurisdiction grants, and sends them home when it is over. */
function react(event: LogEvent): readonly Reaction[] {
  switch (event.type) {
    case 'MutualAidAnswered':
      return lend(event, event.data);
    case 'MutualAidEnded': {
      const { request, reason, units } = event.data;
      return units.map((unit) =>
        toUnit(event, unit, { type: 'ReturnUnit', data: { request, reason } }),
      );
    }
    default:
      return [];
  }
}

export const mutualAid: Policy = { name: 'mutualAid', react };
