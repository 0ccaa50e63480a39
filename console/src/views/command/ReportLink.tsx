import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { afterActionReportDocument } from '../../api/documents/after.ts';
import { useText } from '../../i18n/text.ts';

/** Opens the incident's after-action report, as one page that prints, in a window of its own. */
export function ReportLink({ incident }: { incident: string }) {
  const t = useText();
  const [failed, setFailed] = useState(false);
  const show = async (): Promise<void> => {
    // Before the answer: a window opened later would be held for an advertisement.
    const page = window.open('', '_blank');
    try {
      const answer = await ask(afterActionReportDocument, { incident, format: 'HTML' });
      const html = new Blob([answer.afterActionReport ?? ''], { type: 'text/html;charset=utf-8' });
      const address = URL.createObjectURL(html);
      if (page) page.location.href = address;
      setFailed(false);
    } catch {
      page?.close();
      setFailed(true);
    }
  };
  return (
    <p>
      <button type="button" className="plain" onClick={() => void show()}>
        {t('afterwards.report')}
      </button>
      {failed && (
        <span className="fault" role="alert">
          {t('afterwards.reportFailed')}
        </span>
      )}
    </p>
  );
}
