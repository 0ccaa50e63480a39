import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';

/** Nothing for 300 ms, then the outline of what will come, after 5 s a sentence. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const t = useText();
  const [stage, setStage] = useState<'blank' | 'outline' | 'explained'>('blank');
  useEffect(() => {
    const outline = setTimeout(() => setStage('outline'), 300);
    const explained = setTimeout(() => setStage('explained'), 5000);
    return () => {
      clearTimeout(outline);
      clearTimeout(explained);
    };
  }, []);
  if (stage === 'blank') return null;
  return (
    <div className="skeleton" role="status" aria-label={t('state.loading')}>
      {stage === 'explained' && <p>{t('state.slow')}</p>}
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <i key={row} />
      ))}
    </div>
  );
}
