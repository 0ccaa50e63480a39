import { useMoment } from '../app/moment.ts';
import { duration } from '../i18n/format.ts';

/** A person must act now: the one use of magenta, always with ! and the time that has passed. */
export function ActNow({ since, text }: { since: string; text?: string }) {
  const passed = duration(useMoment() - Date.parse(since));
  return (
    <span className="act-now" data-testid="act-now">
      <b aria-hidden="true">!</b> {text ? `${text} ` : ''}
      <time dateTime={since}>{passed}</time>
    </span>
  );
}
