import { type Alarm, acknowledged, snoozed } from '../store/alarms.ts';
import { alarms } from './useAlarms.ts';

/** Milliseconds for which one alarm is silent when it is put off. */
const snooze = 300_000;

export const silence = (list: readonly Alarm[]): void =>
  alarms.set(acknowledged(alarms.get(), new Set(list.map(({ id }) => id))));

export const putOff = ({ id }: Alarm, now: number): void =>
  alarms.set(snoozed(alarms.get(), id, now + snooze));
