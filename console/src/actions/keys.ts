import type { Place } from './definition.ts';
import { type ActionId, actionIds, definitionOf } from './definitions.ts';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/** The action that a single key means in a place. */
export const actionOn = (key: string, place: Place): ActionId | undefined =>
  actionIds.find((id) => {
    const { keys, places } = definitionOf(id);
    return (
      keys?.includes(key.toLowerCase()) && (places.includes(place) || places.includes('everywhere'))
    );
  });

/** A press that stands for itself: no other key with it, not held down, not part of a longer input. */
export const isSingle = (event: Pressed): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.repeat &&
  !event.isComposing &&
  !event.defaultPrevented;

const notTyped = 'input[type="checkbox"], input[type="radio"], input[type="button"]';

/** Whether a key that goes to this element is typed into it. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select') && !target.matches(notTyped)));

/** How a key is written on a cap. */
export const capOf = (id: ActionId): string | undefined => {
  const keys = definitionOf(id).keys ?? [];
  const [first] = keys;
  if (first === undefined) return undefined;
  return keys.length > 1 ? `${first}–${keys.at(-1)}` : first.toUpperCase();
};
