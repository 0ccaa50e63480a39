import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from 'react';
import { useDesk } from '../app/desk.ts';
import type { ViewName } from '../app/views.ts';
import { useWords } from '../app/words.ts';
import { moved } from '../store/selection.ts';
import { KeyCap } from './ActionButton.tsx';
import type { Places } from './carryOut.ts';
import { type ActionId, definitionOf } from './definitions.ts';
import { atHandFirst } from './doors.ts';
import { faultText } from './faultText.ts';
import type { Lexicon } from './grammar/lexicon.ts';
import { parse } from './grammar/parse.ts';
import { historyOf } from './history.ts';
import { LineOutcome } from './LineOutcome.tsx';
import { type Suggestion, suggestions } from './suggestions.ts';
import { useLexicon } from './useLexicon.ts';
import { type Line, useLine } from './useLine.ts';

/** What Enter would do with the line as it stands, or what it still lacks. */
function Preview({ line, lexicon }: { line: string; lexicon: Lexicon }) {
  const { t } = useWords();
  const parsed = parse(line, lexicon);
  if (parsed.at === 'nothing') return <p className="line-preview quiet">{t('line.hint')}</p>;
  if (parsed.at === 'fault')
    return (
      <p className="line-preview quiet" data-testid="line-preview">
        {faultText(t, parsed.why)}
      </p>
    );
  const { name, params = [] } = definitionOf(parsed.action);
  const told = params.flatMap(({ name: key, kind }) => {
    const value = parsed.values[key];
    if (value === undefined) return [];
    if (kind === 'text') return [`“${value}”`];
    const entry = lexicon.entries[kind].find((one) => one.value === value);
    const [first = ''] = entry?.names ?? [];
    const number = kind === 'incident' || kind === 'task' || kind === 'unit';
    return [number ? `${first} ${entry?.told ?? ''}` : (entry?.told ?? value)];
  });
  return (
    <p className="line-preview" data-testid="line-preview">
      <span className="keycap" aria-hidden="true">
        ↵
      </span>{' '}
      <b>{t(name)}</b> {told.join(' → ')}
    </p>
  );
}

function Option({
  id,
  suggestion,
  active,
  onTake,
}: {
  id: string;
  suggestion: Suggestion;
  active: boolean;
  onTake: () => void;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <b>{suggestion.text}</b> <span className="quiet">{suggestion.told}</span>
      {suggestion.action && <KeyCap action={suggestion.action} />}
    </div>
  );
}

/** The open line: what fits, and what Enter would do. Mounted only while somebody is at it. */
function Opened({
  list,
  line,
  lexicon,
  shown,
  active,
  onTake,
}: {
  list: string;
  line: string;
  lexicon: Lexicon;
  shown: readonly Suggestion[];
  active: string | null;
  onTake: (suggestion: Suggestion) => void;
}) {
  useEffect(() => {
    if (active !== null)
      document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);
  return (
    <div className="line-open">
      <Preview line={line} lexicon={lexicon} />
      <div role="listbox" id={list} className="line-options">
        {shown.map((suggestion, index) => (
          <Option
            key={suggestion.line}
            id={`${list}-${index}`}
            suggestion={suggestion}
            active={String(index) === active}
            onTake={() => onTake(suggestion)}
          />
        ))}
      </div>
    </div>
  );
}

/**
 * The command line in the header: verb, objects, values. Enter gives it, Tab completes it, the
 * arrows choose, Escape goes back to where one was.
 */
export function CommandLine({
  input,
  views,
  places,
  offered,
}: {
  input: RefObject<HTMLInputElement | null>;
  views: readonly ViewName[];
  places: Places;
  offered: readonly ActionId[];
}) {
  const { viewer } = useDesk();
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const lexicon = useLexicon(open, views);
  const line: Line = useLine(lexicon, places, offered);
  const [active, setActive] = useState<string | null>(null);
  const list = useId();
  const spoken = language === 'en' ? 'en' : 'zh';
  const shown = useMemo(
    () =>
      open
        ? suggestions(text, lexicon, atHandFirst(offered), historyOf(viewer.account), t, spoken)
        : [],
    [open, text, lexicon, offered, viewer, t, spoken],
  );
  const chosen = active === null ? undefined : shown[Number(active)];

  const write = (next: string): void => {
    setText(next);
    setActive(null);
    setOpen(true);
  };
  const leave = (): void => {
    setOpen(false);
    setActive(null);
    input.current?.blur();
  };
  const give = (): void => {
    // A line that was just refused is closed: it opens again before it is given anew.
    if (!open) {
      setOpen(true);
      return;
    }
    if (line.give(text)) write('');
    setOpen(false);
  };
  const take = (suggestion: Suggestion): void => {
    const needs = suggestion.action && (definitionOf(suggestion.action).params ?? []).length > 0;
    if (suggestion.action === undefined || needs) {
      write(suggestion.line);
      return;
    }
    write('');
    setOpen(false);
    line.give(suggestion.line);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      line.dismiss();
      setText('');
      leave();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) take(chosen);
      else give();
    } else if (event.key === 'Tab' && !event.shiftKey && open && text !== '' && shown[0]) {
      event.preventDefault();
      write((chosen ?? shown[0]).line);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(
        moved(
          shown.map((_, index) => String(index)),
          active,
          event.key,
        ),
      );
    }
  };
  return (
    <search className="command-line">
      <input
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="command-line"
        aria-label={t('line.title')}
        aria-keyshortcuts="Control+K /"
        aria-expanded={open && shown.length > 0}
        aria-controls={list}
        aria-activedescendant={active === null ? undefined : `${list}-${active}`}
        placeholder={t('line.placeholder')}
        value={text}
        onChange={(event) => write(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <Opened {...{ list, lexicon, shown, active }} line={text} onTake={take} />
      ) : (
        <LineOutcome line={line} />
      )}
    </search>
  );
}
