import { useDesk } from '../../app/desk.ts';
import { status } from '../../app/status.ts';
import { useWords } from '../../app/words.ts';
import { useSignal } from '../../store/signal.ts';

export default function Admin() {
  const { city } = useDesk();
  const { t, name } = useWords();
  const told = useSignal(status);
  const { departments, districts, cells, streets, types, timeZone } = city.city;
  const facts = [
    [t('admin.districts'), String(districts.length)],
    [t('admin.cells'), String(cells.length)],
    [t('admin.streets'), String(streets.length)],
    [t('admin.types'), String(types.length)],
    [t('admin.timeZone'), timeZone],
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
      <h2>{`${t('admin.departments')} ${departments.length}`}</h2>
      <ul className="plain-list">
        {departments.map((one) => (
          <li key={one.id}>
            {name(one.name)}{' '}
            <span className="quiet">
              {one.takesTasks ? t('admin.takesTasks') : t('admin.takesNone')}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
