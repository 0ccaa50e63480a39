import { en } from '../../i18n/en.ts';
import type { Text } from '../../i18n/text.ts';

type Kind = 'incidents' | 'tasks' | 'actions';

const isStatus = <S extends object>(known: S, status: string): status is keyof S & string =>
  Object.hasOwn(known, status);

/** A status as it was recorded with a handover, in words; one that is unknown keeps its name. */
function statusText(t: Text, kind: Kind, recorded: string): string {
  const status = recorded.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  if (kind === 'incidents') return isStatus(en.status, status) ? t(`status.${status}`) : recorded;
  if (kind === 'tasks') return isStatus(en.task, status) ? t(`task.${status}`) : recorded;
  return isStatus(en.afterwards.status, status) ? t(`afterwards.status.${status}`) : recorded;
}

/** The words of a handover's lists. */
export const dutyText = (t: Text) => ({
  heading: (kind: Kind, count: number): string => t(`duty.open.${kind}`, { count }),
  more: (count: number): string => t('duty.more', { count }),
  status: (kind: Kind, status: string): string => statusText(t, kind, status),
});
