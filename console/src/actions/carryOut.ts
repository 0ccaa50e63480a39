import { go } from '../app/route.ts';
import { language, theme, themeAfter } from '../store/preferences.ts';
import { type ActionId, definitionOf } from './definitions.ts';
import { doorsOf, pressDoor, pressWhenDrawn } from './doors.ts';
import type { Values } from './grammar/parse.ts';
import { said } from './orders/order.ts';

/** What the console does by itself, without asking the server. */
export interface Places {
  readonly view: string;
  readonly views: readonly string[];
  /** Opens an incident where this person works with incidents. */
  readonly openIncident: (id: string) => void;
  readonly showHelp: () => void;
  readonly showLine: () => void;
}

/** Does what an action does on the screen. False where it stands nowhere that can be reached. */
export function carryOut(id: ActionId, values: Values, places: Places): boolean {
  switch (id) {
    case 'line':
      places.showLine();
      return true;
    case 'help':
      places.showHelp();
      return true;
    case 'go':
      go([said(values, 'view')]);
      return true;
    case 'open':
      places.openIncident(said(values, 'incident'));
      return true;
    case 'language':
      language.set(language.get() === 'en' ? 'zh-CN' : 'en');
      return true;
    case 'theme':
      theme.set(themeAfter[theme.get()]);
      return true;
    default:
      return pressOrGo(id, places);
  }
}

/** Presses the button; where its view isn't shown, goes there first. */
function pressOrGo(id: ActionId, { view, views }: Places): boolean {
  if (doorsOf(id).length > 0) return pressDoor(id);
  const place = definitionOf(id).places.find((one) => views.includes(one));
  if (place === undefined || place === view) return false;
  go([place]);
  pressWhenDrawn(id);
  return true;
}
