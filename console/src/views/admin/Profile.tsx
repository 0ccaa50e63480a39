import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { profileDocument } from '../../api/documents/profile.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useEverybody } from '../command/usePeople.ts';
import { ProfileTable } from './ProfileTable.tsx';
import { matchingRows, type SectionKey } from './section.ts';
import { sections } from './sections.ts';

/** All that the city's profile defines, to be read and searched. */
export function Profile() {
  const { city } = useDesk().city;
  const said = useWords();
  const [chosen, setChosen] = useState<SectionKey>('people');
  const [typed, setTyped] = useState('');
  const [answer, ask] = useQuery({
    query: profileDocument,
    variables: { id: city.id },
    requestPolicy: 'cache-and-network',
  });
  const profile = answer.data?.city ?? null;
  const people = useEverybody();
  const all = useMemo(
    () => (profile === null ? [] : sections({ city, profile, people, said })),
    [city, profile, people, said],
  );
  const shown = all.find(({ key }) => key === chosen);
  if (answer.error) return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (shown === undefined) return <Waiting />;
  const { t } = said;
  const options = all.map(({ key, rows }) => ({
    value: key,
    text: `${t(`admin.section.${key}`)} ${matchingRows(rows, typed).length}`,
  }));
  return (
    <section className="profile" aria-label={t('admin.profile')}>
      <h2>{t('admin.profile')}</h2>
      <input
        type="search"
        aria-label={t('admin.search')}
        placeholder={t('admin.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choice label={t('admin.sections')} value={chosen} options={options} onChange={setChosen} />
      <ProfileTable section={shown} typed={typed} />
    </section>
  );
}
