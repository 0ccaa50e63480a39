import type { DepotCommand, DepotStock } from '@tocsin/domain';
import type { Guard } from '@tocsin/domain/store';
import type { RequestContext } from '../context.ts';
import { type DepotAction, departmentSubject } from '../rules/index.ts';
import type { Answer } from './answer.ts';
import { carryOut, forbidden, type Order } from './carryOut.ts';

/** City and depot of a row's id, `<city>.<depot>`. */
export function depotOf(id: string): { readonly city: string; readonly depot: string } {
  const dot = id.indexOf('.');
  return dot < 0 ? { city: id, depot: '' } : { city: id.slice(0, dot), depot: id.slice(dot + 1) };
}

/** Sends a command to a depot, which is the affair of its department: the profile's, or else the one it was. */
export function commandDepot(
  context: RequestContext,
  order: Order<DepotAction>,
  id: string,
  command: DepotCommand,
): Promise<Answer> {
  return carryOut(context, order, async (meta, viewer, inCity) => {
    const { store } = context.parts;
    const { city, depot } = depotOf(id);
    const profile = await store.readCity(city);
    if (profile) inCity(city);
    const guard: Guard<DepotStock> = (stock) => {
      const department = profile?.depots.get(depot)?.department ?? stock.department ?? '';
      return forbidden(viewer, order.action, departmentSubject(city, department));
    };
    return store.command('depot', id, command, meta, guard);
  });
}
