import { useText } from '../../i18n/text.ts';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { mapDrawn } from '../../store/preferences.ts';
import { useSignal } from '../../store/signal.ts';
import { hiddenLayers, layerNames } from './layers.ts';

/** Which layers the map shows, and what its shapes mean. */
export function LayerSwitches() {
  const t = useText();
  const hidden = useSignal(hiddenLayers);
  return (
    <details className="map-layers">
      <summary data-testid="map-layers">{t('map.layers')}</summary>
      <ul>
        {layerNames.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.has(name)}
                onChange={() => hiddenLayers.toggle(name)}
              />
              {t(`map.layer.${name}`)}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" className="plain" onClick={() => mapDrawn.set('off')}>
        {t('map.turnOff')}
      </button>
      <ul className="map-legend">
        {[1, 2, 3, 4].map((priority) => (
          <li key={priority}>
            <PriorityMark priority={priority} /> {t('priority.value', { priority })}
          </li>
        ))}
        <li>{t('map.network')}</li>
        <li>{t('map.unitFrames')}</li>
        <li>{t('map.unitGroups')}</li>
      </ul>
    </details>
  );
}
