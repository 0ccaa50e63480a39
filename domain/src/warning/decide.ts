import { changedFacts } from '../changedFacts.ts';
import { firstFault, longText, oneOfFault, shortText, textFault, windowFault } from '../check.ts';
import { areaFault } from '../city/area.ts';
import type { City } from '../city/city.ts';
import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import type { Recorded } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import {
  type Warning,
  type WarningCommand,
  type WarningEvent,
  type WarningFacts,
  warningLevels,
} from './events.ts';

type Of<T extends WarningCommand['type']> = Extract<WarningCommand, { type: T }>['data'];
type Decided = readonly WarningEvent[] | Rejection;

const noWarning: Warning = { id: '', city: '', status: 'none', exercise: false };

function evolve(warning: Warning, event: Recorded<WarningEvent>): Warning {
  switch (event.type) {
    case 'WarningIssued': {
      const { warning: id, city, exercise, issuer, ...facts } = event.data;
      return { id, city, status: 'inForce', facts, exercise };
    }
    case 'WarningAdjusted': {
      if (!warning.facts) return warning;
      const { reason, ...changed } = event.data;
      return { ...warning, facts: { ...warning.facts, ...changed } };
    }
    case 'WarningLifted':
      return { ...warning, status: 'lifted' };
    case 'WarningExpired':
      return { ...warning, status: 'expired' };
  }
}

function factsFault(facts: WarningFacts, city: City, now: string): Rejection | undefined {
  return firstFault(
    textFault(facts.hazard, 'hazard', shortText),
    oneOfFault(facts.level, warningLevels, 'level'),
    areaFault(city, facts.area, 'area'),
    windowFault(facts.from, facts.until, now),
    textFault(facts.impact, 'impact', longText),
    textFault(facts.advice, 'advice', longText),
  );
}

function issue(data: Of<'IssueWarning'>, warning: Warning, { city, now }: CityContext): Decided {
  if (warning.status !== 'none')
    return reject('alreadyExists', { warning: data.warning }, 'warning');
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  const fault = factsFault(data, city, now) ?? textFault(data.issuer, 'issuer', shortText);
  if (fault) return fault;
  return [{ type: 'WarningIssued', data: { ...data, exercise: data.exercise ?? false } }];
}

function adjust(
  { reason, ...wanted }: Of<'AdjustWarning'>,
  facts: WarningFacts,
  { city, now }: CityContext,
): Decided {
  if (!city) return reject('unknownCity', { city: '' }, 'city');
  const changed = changedFacts(facts, wanted);
  const fault =
    textFault(reason, 'reason', longText) ?? factsFault({ ...facts, ...changed }, city, now);
  if (fault) return fault;
  if (Object.keys(changed).length === 0) return [];
  return [{ type: 'WarningAdjusted', data: { ...changed, reason } }];
}

function decide(command: WarningCommand, warning: Warning, context: CityContext): Decided {
  if (command.type === 'IssueWarning') return issue(command.data, warning, context);
  const { facts, status } = warning;
  if (!facts) return reject('unknownWarning', {}, 'warning');
  const over = status !== 'inForce';
  switch (command.type) {
    case 'AdjustWarning':
      if (over) return reject('warningStatus', { status, wanted: 'inForce' });
      return adjust(command.data, facts, context);
    case 'LiftWarning': {
      if (over) return reject('warningStatus', { status, wanted: 'inForce' });
      const { reason } = command.data;
      return textFault(reason, 'reason', longText) ?? [{ type: 'WarningLifted', data: { reason } }];
    }
    case 'ExpireWarning': {
      // Lifted or prolonged since the timer was set: it has nothing to do any more.
      const { until } = command.data;
      return over || until !== facts.until ? [] : [{ type: 'WarningExpired', data: { until } }];
    }
  }
}

/** One warning [预警], from its issue to its lifting or expiry. */
export const warningDecider: Decider<Warning, WarningCommand, WarningEvent, CityContext> = {
  initial: noWarning,
  evolve,
  decide,
  touches: () => true,
  exercise: (warning, event) =>
    event.type === 'WarningIssued' ? event.data.exercise : warning.exercise,
};
