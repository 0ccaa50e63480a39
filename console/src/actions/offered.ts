import { type ActionId, actionIds, definitionOf } from './definitions.ts';

/** The actions that a person can have at all: what their account may, in views that it opens. */
export const offeredTo = (may: readonly string[], views: readonly string[]): readonly ActionId[] =>
  actionIds.filter((id) => {
    const { may: needed, places } = definitionOf(id);
    return (
      (needed === undefined || may.includes(needed)) &&
      places.some(
        (place) =>
          place === 'everywhere' ||
          views.includes(place) ||
          (place === 'dispatch' && views.includes('pane')),
      )
    );
  });
