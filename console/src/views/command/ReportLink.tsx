import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { afterActionReportDocument } from '../../api/documents/after.ts';
import { useText } from '../../i18n/text.ts';

/** The address of a page or file made here, for as long as this page is open. */
const addressOf = (text: string, type: string): string =>
  URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));

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
  const show = async (): Promise<void> => {
    // Before the answer: a window opened later would be held for an advertisement.
    const page = window.open('', '_blank');
    const html = await fetched('HTML');
    if (html === undefined) page?.close();
    else if (page) page.location.href = addressOf(html, 'text/html');
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
      <button type="button" onClick={() => void show()}>
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
