import { prepare } from '../../api/command.ts';
import { dispatchUnit, recordStage } from '../../api/documents/unitCommands.ts';
import { isEnded } from '../../store/needs.ts';
import { stageOrder } from '../../store/stages.ts';
import { type Order, said } from './order.ts';

/** Under its department's open task, where there is one; a unit at work goes there next. */
const send: Order = (values, { incident, unit }) => {
  const row = unit(said(values, 'unit'));
  const to = incident(said(values, 'incident'));
  if (row === undefined || to === undefined) return null;
  const task = to.tasks.find((one) => one.department === row.department && !isEnded(one));
  const about = {
    unit: row.id,
    assignment: crypto.randomUUID(),
    incident: to.id,
    task: task?.id ?? null,
    stack: row.active !== null,
  };
  return prepare(dispatchUnit, about, row.revision);
};

const stage: Order = (values, { unit }) => {
  const row = unit(said(values, 'unit'));
  const reached = stageOrder.find((one) => one === values.stage);
  if (!row?.active || reached === undefined) return null;
  const about = { unit: row.id, assignment: row.active.assignment, stage: reached };
  return prepare(recordStage, about, row.revision);
};

export const unitOrders = { send, stage } as const;
