import { describe, expect, it } from 'vitest';
import { later } from '../../specification.testkit.ts';
import { given, ready } from '../../unit.testkit.ts';
import type { UnitEvent } from '../events.ts';

const here = { lon: 110.5, lat: 30.5 };
/** 0.001° of latitude are 111 m. */
const farther = { lon: 110.5, lat: 30.501 };
const report = (data: object = here) =>
  ({ type: 'ReportPosition', data: { ...here, ...data } }) as const;
const reported = (at: string, place = here): UnitEvent => ({
  type: 'UnitPositionReported',
  data: { ...place, at },
});
const ask = (data?: object, last?: UnitEvent, now = later(300)) =>
  given(...ready, ...(last ? [last] : [])).when(report(data), { now });

describe('[U7] a unit’s position', () => {
  it('is recorded with its time and its accuracy', () => {
    const at = later(299);
    const unit = ask({ at, accuracy: 8 }).thenEvents({
      type: 'UnitPositionReported',
      data: { ...here, at, accuracy: 8 },
    });
    expect(unit.lastPosition).toEqual({ ...here, at, accuracy: 8 });
  });
  it('is of now when no time comes with it, and told in UTC', () => {
    ask().thenEvents(reported(later(300)));
    ask({ at: '2026-03-01T16:01:00+08:00' }).thenEvents(reported(later(60)));
  });
  it('is passed over when it is older than the last', () => {
    ask({ ...farther, at: later(100) }, reported(later(200))).thenNothing();
    ask({ ...farther, at: later(200) }, reported(later(200))).thenNothing();
  });
  it('does not flood the stream while the unit stands still', () => {
    ask({ at: later(210) }, reported(later(200))).thenNothing();
    ask({ at: later(259) }, reported(later(200))).thenNothing();
    ask({ at: later(260) }, reported(later(200))).thenEvents(reported(later(260)));
  });
  it('is news at once after 50 metres, but not more often than every two seconds', () => {
    ask({ ...farther, at: later(201) }, reported(later(200))).thenNothing();
    ask({ ...farther, at: later(202) }, reported(later(200))).thenEvents(
      reported(later(202), farther),
    );
  });
  it('lies in or near the city', () => {
    ask({ lon: 109.9 }).thenEvents(reported(later(300), { ...here, lon: 109.9 }));
    ask({ lon: 109.7 }).thenRejected('outsideCity', 'lon', { city: 'Xinghe', west: 109.8 });
    ask({ lat: 31.3 }).thenRejected('outsideCity', 'lat');
  });
  it.each<[object, string, string]>([
    [{ lon: Number.NaN }, 'notANumber', 'lon'],
    [{ lat: Number.POSITIVE_INFINITY }, 'notANumber', 'lat'],
    [{ at: 'noon' }, 'notATime', 'at'],
    [{ at: later(306) }, 'inTheFuture', 'at'],
    [{ accuracy: -1 }, 'outOfRange', 'accuracy'],
    [{ accuracy: Number.NaN }, 'outOfRange', 'accuracy'],
  ])('is refused: %j', (data, code, field) => ask(data).thenRejected(code as 'notATime', field));
  it('needs the city’s profile', () =>
    given(...ready)
      .when(report(), { city: undefined })
      .thenRejected('unknownCity', 'unit'));
});
