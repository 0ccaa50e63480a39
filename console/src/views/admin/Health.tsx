import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { healthDocument } from '../../api/documents/health.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { factText } from './factText.ts';

type Part = ResultOf<typeof healthDocument>['health'][number];

/** Milliseconds between two looks. */
const pace = 5000;

/** How each part does, looked at again and again while the page is shown; null until it is known. */
function useHealth(city: string): {
  readonly parts: readonly Part[] | null;
  readonly lost: boolean;
} {
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const look = async (): Promise<void> => {
      const answer = await ask(healthDocument, { city }).catch(() => null);
      if (stopped) return;
      setLost(answer === null);
      if (answer !== null) setParts(answer.health);
      timer = setTimeout(() => void look(), pace);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [city]);
  return { parts, lost };
}

/** The parts of the system: what each is, how it does, its figures. */
export function Health() {
  const { viewer, city } = useDesk();
  const words = useWords();
  const { t } = words;
  const { parts, lost } = useHealth(city.city.id);
  if (!viewer.may.includes('readHealth')) return null;
  return (
    <section className="health" aria-label={t('health.title')}>
      <h2>{t('health.title')}</h2>
      {lost && <Failed />}
      {parts === null && !lost && <Waiting rows={6} />}
      {parts !== null && (
        <div className="profile-table">
          <table data-testid="health">
            <thead>
              <tr>
                <th scope="col">{t('health.part')}</th>
                <th scope="col">{t('health.state')}</th>
                <th scope="col">{t('health.figures')}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ part, state, facts }) => (
                <tr key={part} data-testid={`health-${part}`} data-status={state}>
                  <th scope="row">{t(`health.parts.${part}`)}</th>
                  <td className={state === 'WELL' ? '' : 'unwell'}>
                    {state !== 'WELL' && <b aria-hidden="true">! </b>}
                    {t(`health.states.${state}`)}
                  </td>
                  <td>
                    <dl className="health-facts">
                      {facts.map(({ key, value }) => (
                        <div key={key}>
                          <dt>{factText.name(key, t)}</dt>
                          <dd>{factText.value(key, value, words)}</dd>
                        </div>
                      ))}
                    </dl>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
