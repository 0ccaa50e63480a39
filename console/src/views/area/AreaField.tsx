import { useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Combobox, type Option } from '../../parts/Combobox.tsx';
import type { FieldProps } from '../../parts/Field.tsx';
import { type AreaKind, areaKinds, badLine, readDraft, writeDraft } from '../../store/areaDraft.ts';

const mostOffered = 12;

/** The parts of the city whose name in either language holds the text; the larger ones first. */
function useParts(text: string): readonly (Option & { readonly kind: AreaKind })[] {
  const { city } = useDesk().city;
  const { t, name, language } = useWords();
  const wanted = text.trim().toLowerCase();
  return areaKinds
    .flatMap((kind) => city[kind].map((one) => ({ ...one, kind })))
    .filter(({ name: { zh, en } }) => zh.includes(wanted) || en.toLowerCase().includes(wanted))
    .slice(0, mostOffered)
    .map((one) => ({
      id: `${one.kind} ${one.id}`,
      kind: one.kind,
      text: name(one.name),
      also: `${language === 'en' ? one.name.zh : one.name.en} · ${t(`area.${one.kind}`)}`,
    }));
}

function Polygon({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const wrong = badLine(value);
  return (
    <details open={value !== ''}>
      <summary>{t('area.polygon')}</summary>
      <textarea
        aria-label={t('area.polygon')}
        placeholder="113.0012, 28.1034"
        rows={4}
        value={value}
        aria-invalid={wrong !== undefined}
        ref={(box) =>
          box?.setCustomValidity(wrong === undefined ? '' : t('area.badLine', { line: wrong }))
        }
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={wrong === undefined ? 'help' : 'fault'}>
        {wrong === undefined ? t('area.polygonHelp') : t('area.badLine', { line: wrong })}
      </p>
    </details>
  );
}

/** An area: parts of the city chosen by their names, and a polygon by its coordinates. */
export function AreaField({
  props,
  value,
  onChange,
}: {
  props: FieldProps;
  /** As `writeDraft` gives it. */
  value: string;
  onChange: (value: string) => void;
}) {
  const said = useWords();
  const { t } = said;
  const [text, setText] = useState('');
  const draft = readDraft(value);
  const parts = useParts(text);
  const names = { districts: said.district, subdistricts: said.subdistrict, cells: said.cell };
  const change = (kind: AreaKind, ids: readonly string[]): void =>
    onChange(writeDraft({ ...draft, [kind]: ids }));
  const pick = ({ id: key }: Option): void => {
    const [kind, id] = [areaKinds.find((one) => key.startsWith(`${one} `)), key.split(' ')[1]];
    setText('');
    if (kind && id && !draft[kind].includes(id)) change(kind, [...draft[kind], id]);
  };
  return (
    <div className="area-field">
      <Combobox
        field={props}
        text={text}
        options={parts.filter(({ kind, id }) => !draft[kind].includes(id.split(' ')[1] ?? ''))}
        onText={setText}
        onPick={pick}
      />
      <ul className="chips">
        {areaKinds.flatMap((kind) =>
          draft[kind].map((id) => (
            <li key={`${kind} ${id}`}>
              <button
                type="button"
                aria-label={t('area.remove', { name: names[kind](id) })}
                onClick={() =>
                  change(
                    kind,
                    draft[kind].filter((one) => one !== id),
                  )
                }
              >
                {names[kind](id)} <span aria-hidden="true">✕</span>
              </button>
            </li>
          )),
        )}
      </ul>
      <Polygon
        value={draft.polygon}
        onChange={(polygon) => onChange(writeDraft({ ...draft, polygon }))}
      />
    </div>
  );
}
