import { useMoment } from '../app/moment.ts';
import { duration } from '../i18n/format.ts';

/** How long ago something was, counting. `from` is ISO 8601. */
export function Since({ from }: { from: string }) {
  const now = useMoment();
  return <time dateTime={from}>{duration(now - Date.parse(from))}</time>;
}
