import { chosenCity } from './chosenCity.ts';
import { useDesk } from './desk.ts';
import { go } from './route.ts';
import { useWords } from './words.ts';

export function CitySwitch() {
  const { viewer, city } = useDesk();
  const { t, name } = useWords();
  if (viewer.cities.length < 2) return <span className="city">{name(city.city.name)}</span>;
  const change = (id: string): void => {
    go([]);
    chosenCity.set(id);
  };
  return (
    <select
      className="city"
      aria-label={t('app.city')}
      value={city.city.id}
      onChange={(event) => change(event.target.value)}
    >
      {viewer.cities.map((one) => (
        <option key={one.id} value={one.id}>
          {name(one.name)}
        </option>
      ))}
    </select>
  );
}
