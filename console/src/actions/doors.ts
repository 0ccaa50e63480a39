import { type ActionId, definitionOf } from './definitions.ts';

/** Where an action stands on the screen: its buttons, in the order in which they are read. */
export const doorsOf = (id: ActionId): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`[data-action="${id}"]:not(:disabled)`)].filter(
    (door) => door.closest('[hidden]') === null,
  );

/** The door beside which the person is: in the card, strip or row that holds the focus. */
function nearest(doors: readonly HTMLElement[]): HTMLElement | undefined {
  const scope = document.activeElement?.closest('[data-scope]');
  return scope ? doors.find((door) => scope.contains(door)) : undefined;
}

/** What can be done from here, by a line or a button that is drawn, before what stands elsewhere. */
export function atHandFirst(ids: readonly ActionId[]): readonly ActionId[] {
  const drawn = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-action]:not(:disabled)')].map(
      ({ dataset }) => dataset.action,
    ),
  );
  const isAtHand = (id: ActionId): boolean =>
    definitionOf(id).params !== undefined || drawn.has(id);
  return [...ids.filter(isAtHand), ...ids.filter((id) => !isAtHand(id))];
}

function uncover(door: HTMLElement): void {
  const folded = door.closest('details');
  if (folded) folded.open = true;
}

/**
 * Presses an action's button. Where there are several and none is near the focus, or where the action
 * is guarded, it only moves there: the second press is meant. False where there is no button.
 */
export function pressDoor(id: ActionId): boolean {
  const doors = doorsOf(id);
  const door = nearest(doors) ?? doors[0];
  if (door === undefined) return false;
  uncover(door);
  const chosen = doors.length === 1 || nearest(doors) === door;
  const meant = chosen && !definitionOf(id).guarded;
  if (meant || document.activeElement === door) door.click();
  else door.focus();
  return true;
}

const patience = 120;

/** Presses the button as soon as it is drawn, for a view that is just being opened. */
export function pressWhenDrawn(id: ActionId, frames = patience): void {
  if (pressDoor(id) || frames === 0) return;
  requestAnimationFrame(() => pressWhenDrawn(id, frames - 1));
}
