/** The tokens that the map draws with, as the theme of the page has them now. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly quiet: string;
  readonly focus: string;
  readonly act: string;
  readonly red: string;
  readonly orange: string;
  readonly yellow: string;
  readonly blue: string;
}

/** Resolves the colour tokens; a `light-dark()` has a value only where it is used. */
export function palette(within: HTMLElement): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  within.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    ground: colour('ground'),
    surface: colour('surface'),
    raised: colour('raised'),
    line: colour('line'),
    edge: colour('edge'),
    text: colour('text'),
    quiet: colour('quiet'),
    focus: colour('focus'),
    act: colour('act'),
    red: colour('warning-red'),
    orange: colour('warning-orange'),
    yellow: colour('warning-yellow'),
    blue: colour('warning-blue'),
  };
  probe.remove();
  return found;
}
