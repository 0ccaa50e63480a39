import { useEffect, useRef } from 'react';
import { useWords } from '../app/words.ts';
import type { TextKey } from '../i18n/text.ts';
import { singleKeys } from '../store/preferences.ts';
import { useSignal } from '../store/signal.ts';
import { type ActionId, actionGroups, definitionOf } from './definitions.ts';
import { capOf } from './keys.ts';

function Row({ id }: { id: ActionId }) {
  const { t, language } = useWords();
  const { name, verb, params = [] } = definitionOf(id);
  const said = params
    .map((param) => {
      const kind = t(`line.kinds.${param.kind}`);
      return 'optional' in param ? `[${kind}]` : kind;
    })
    .join(' ');
  const other = language === 'en' ? verb.zh : verb.en;
  return (
    <tr>
      <td>{capOf(id) !== undefined && <kbd>{capOf(id)}</kbd>}</td>
      <td>{t(name)}</td>
      <td>
        <code>
          /{language === 'en' ? verb.en : verb.zh} {said}
        </code>{' '}
        <span className="quiet">/{other}</span>
      </td>
    </tr>
  );
}

function Group({ name, ids }: { name: TextKey; ids: readonly ActionId[] }) {
  const { t } = useWords();
  if (ids.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={3} scope="rowgroup">
          {t(name)}
        </th>
      </tr>
      {ids.map((id) => (
        <Row key={id} id={id} />
      ))}
    </tbody>
  );
}

/** Every action with its key and its verb, and the switch for single keys. */
export function Help({ offered, onClose }: { offered: readonly ActionId[]; onClose: () => void }) {
  const { t } = useWords();
  const on = useSignal(singleKeys) === 'on';
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help-dialog" onClose={onClose} aria-label={t('help.title')}>
      <div className="pane-head">
        <h2>{t('help.title')}</h2>
        <label className="check">
          <input
            type="checkbox"
            data-testid="single-keys"
            checked={on}
            onChange={() => singleKeys.set(on ? 'off' : 'on')}
          />
          {t('help.singleKeys')}
        </label>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('action.dismiss')}
        </button>
      </div>
      <p className="quiet">{t('help.how')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('help.key')}</th>
            <th>{t('help.action')}</th>
            <th>{t('help.line')}</th>
          </tr>
        </thead>
        {actionGroups.map(({ name, ids }) => (
          <Group key={name} name={name} ids={ids.filter((id) => offered.includes(id))} />
        ))}
      </table>
    </dialog>
  );
}
