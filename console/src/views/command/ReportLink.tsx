import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { afterActionReportDocument } from '../../api/documents/after.ts';
import { useText } from '../../i18n/text.ts';
import { addressOf, showPage } from '../../parts/page.ts';

/** The incident's after-action report: as a page that prints, in a window of its own, or as a file. */
export function ReportLink({ incident }: { incident: string }) {
  const t = useText();
  const [failed, setFailed] = useState(false);
  const fetched = async (format: 'HTML' | 'MARKDOWN'): Promise<string | undefined> => {
    const answer = await ask(afterActionReportDocument, { incident, format }).catch(
      () => undefined,
    );
    setFailed(answer === undefined);
    return answer?.afterActionReport ?? undefined;
  };
  const save = async (): Promise<void> => {
    const text = await fetched('MARKDOWN');
    if (text === undefined) return;
    const link = document.createElement('a');
    link.href = addressOf(text, 'text/markdown');
    link.download = `${incident}.md`;
    link.click();
  };
  return (
    <p>
      <button type="button" onClick={() => void showPage(() => fetched('HTML'))}>
        {t('afterwards.report')}
      </button>
      <button type="button" className="plain" onClick={() => void save()}>
        {t('afterwards.markdown')}
      </button>
      {failed && (
        <span className="fault" role="alert">
          {t('afterwards.reportFailed')}
        </span>
      )}
    </p>
  );
}
