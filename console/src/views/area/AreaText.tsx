import type { Area } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';

/** An area in words: the parts it names; of a polygon how many points it has. */
export function AreaText({ area }: { area: Area }) {
  const { t, district, subdistrict, cell } = useWords();
  const rings: readonly (readonly unknown[])[] = area.polygon ?? [];
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const parts = [
    ...area.districts.map(district),
    ...area.subdistricts.map(subdistrict),
    ...area.cells.map(cell),
    ...(points === 0 ? [] : [t('area.polygonOf', { points })]),
  ];
  return <span className="area-text">{parts.join(t('area.and'))}</span>;
}
