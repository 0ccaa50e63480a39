import { prepare } from '../../api/command.ts';
import {
  addNote,
  cancelIncident,
  closeIncident,
  confirmIncident,
  markContained,
  reopenIncident,
  resolveIncident,
} from '../../api/documents/incidentCommands.ts';
import { setResponseLevel } from '../../api/documents/intake.ts';
import type { CancelReason } from '../../api/types.ts';
import { type Order, said } from './order.ts';

const cancelReasons: readonly CancelReason[] = ['FALSE', 'DUPLICATE', 'TEST'];

const confirm: Order = (values, { city, incident }) => {
  const row = incident(said(values, 'incident'));
  const type = city.types.get(said(values, 'type'));
  if (row === undefined || type === undefined) return null;
  const judged = {
    type: type.id,
    class: type.class,
    grade: type.grade,
    priority: type.priority,
  };
  return prepare(confirmIncident, { incident: row.id, confirm: judged }, row.revision);
};

// A note is right whatever others did meanwhile.
const note: Order = (values) =>
  prepare(addNote, {
    incident: said(values, 'incident'),
    note: crypto.randomUUID(),
    text: said(values, 'text'),
  });

const contain: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  return row ? prepare(markContained, { incident: row.id }, row.revision) : null;
};

const resolve: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  const summary = said(values, 'text');
  return row ? prepare(resolveIncident, { incident: row.id, summary }, row.revision) : null;
};

const close: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  const text = said(values, 'text');
  return row ? prepare(closeIncident, { incident: row.id, note: text }, row.revision) : null;
};

const reopen: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  const reason = said(values, 'text');
  return row ? prepare(reopenIncident, { incident: row.id, reason }, row.revision) : null;
};

const cancel: Order = (values, { incident }) => {
  const row = incident(said(values, 'incident'));
  const reason = cancelReasons.find((one) => one === values.why);
  if (row === undefined || reason === undefined) return null;
  const about = { incident: row.id, reason, note: said(values, 'text') };
  return prepare(cancelIncident, about, row.revision);
};

// The record wants a reason: one that was not given is told as just that.
const level: Order = (values, { incident, viewer, t }) => {
  const row = incident(said(values, 'incident'));
  if (row === undefined) return null;
  const reason = values.text ?? t('line.orderedBy', { name: viewer.name });
  const about = { incident: row.id, level: Number(values.level), reason };
  return prepare(setResponseLevel, about, row.revision);
};

export const incidentOrders = {
  confirm,
  note,
  contain,
  resolve,
  close,
  reopen,
  cancel,
  level,
} as const;
