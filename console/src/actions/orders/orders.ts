import type { ActionId } from '../definitions.ts';
import { incidentOrders } from './incidentOrders.ts';
import type { Order } from './order.ts';
import { taskOrders } from './taskOrders.ts';
import { unitOrders } from './unitOrders.ts';

/** The commands that a line can give. An action without one is its button, or the console's own. */
export const orders: Partial<Readonly<Record<ActionId, Order>>> = {
  ...incidentOrders,
  ...taskOrders,
  ...unitOrders,
};
