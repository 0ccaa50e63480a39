import { useDesk } from '../../app/desk.ts';
import { status } from '../../app/status.ts';
import { useWords } from '../../app/words.ts';
import { useSignal } from '../../store/signal.ts';
import { ErasePersonalData } from './ErasePersonalData.tsx';
import { Health } from './Health.tsx';
import { Profile } from './Profile.tsx';

export default function Admin() {
  const { city } = useDesk();
  const { t, name } = useWords();
  const told = useSignal(status);
  const facts = [
    [t('admin.timeZone'), city.city.timeZone],
    [t('admin.version'), told?.version ?? '–'],
    [t('admin.position'), told?.position ?? '–'],
    [t('admin.projections'), told?.projectionsPosition ?? '–'],
  ] as const;
  return (
    <main className="admin">
      <h1>{`${t('admin.title')} · ${name(city.city.name)}`}</h1>
      <p>{t('admin.text')}</p>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ErasePersonalData />
      <Health />
      <Profile />
    </main>
  );
}
