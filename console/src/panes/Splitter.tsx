import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { limits, type SizedPane, usualSizes } from './paneSizes.ts';

/** Percent for one press of an arrow key. */
const step = 2;

/**
 * The edge between two panes: dragged, or moved by the arrow keys; Enter and a double click bring
 * back the usual size. `from` is the side of the whole that the pane stands at.
 */
export function Splitter({
  pane,
  label,
  from,
  size,
  onSize,
}: {
  pane: SizedPane;
  label: string;
  from: 'left' | 'right' | 'bottom';
  size: number;
  onSize: (pane: SizedPane, size: number) => void;
}) {
  const dragged = useRef(false);
  const upright = from !== 'bottom';
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    dragged.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const whole = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!dragged.current || whole === undefined) return;
    const across = ((event.clientX - whole.left) / whole.width) * 100;
    const down = ((event.clientY - whole.top) / whole.height) * 100;
    onSize(pane, from === 'left' ? across : 100 - (upright ? across : down));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const larger = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' }[from];
    const smaller = { left: 'ArrowLeft', right: 'ArrowRight', bottom: 'ArrowDown' }[from];
    if (event.key === larger) onSize(pane, size + step);
    else if (event.key === smaller) onSize(pane, size - step);
    else if (event.key === 'Home') onSize(pane, limits[pane][0]);
    else if (event.key === 'End') onSize(pane, limits[pane][1]);
    else if (event.key === 'Enter') onSize(pane, usualSizes[pane]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <div
      role="separator"
      tabIndex={0}
      className={`splitter at-${pane}`}
      data-testid={`splitter-${pane}`}
      aria-label={label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuemin={limits[pane][0]}
      aria-valuemax={limits[pane][1]}
      aria-valuenow={Math.round(size)}
      style={{ [from]: `calc(${size}% - 4px)` }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onDoubleClick={() => onSize(pane, usualSizes[pane])}
      onKeyDown={onKeyDown}
    />
  );
}
