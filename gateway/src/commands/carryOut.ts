import {
  type CityCommand,
  type CommandMeta,
  type Incident,
  type IncidentCommand,
  isRejection,
  type OneTaskCommand,
  type Rejection,
  reject,
  type Streams,
  type Unit,
  type UnitCommand,
} from '@tocsin/domain';
import { type Guard, moment, type Outcome, type PlainStream, spanKey } from '@tocsin/domain/store';
import { traceReceipt, traceRefusal } from '../access/trace.ts';
import { type RequestContext, signedIn } from '../context.ts';
import {
  type Action,
  type CityAction,
  citySubject,
  departmentSubject,
  type IncidentAction,
  incidentSubject,
  may,
  type StreamAction,
  type Subject,
  type TaskAction,
  type UnitAction,
  type Viewer,
} from '../rules/index.ts';
import { type Answer, answer, rejected } from './answer.ts';
import { type CommandInput, commandMeta } from './commandMeta.ts';

export interface Order<A extends Action> {
  readonly action: A;
  readonly input: CommandInput;
  /** What is wrong with the rest of the input, before anything is read. */
  readonly fault?: Rejection | undefined;
  /** The incident that it is about, for the access log. */
  readonly incident?: string;
  readonly task?: string;
}

type Send = (meta: CommandMeta, viewer: Viewer, inCity: (city: string) => void) => Promise<Outcome>;

/** The rejection of a viewer who may not; it names whose affair it is. */
export function forbidden(viewer: Viewer, action: Action, subject: Subject): Rejection | undefined {
  if (may(viewer, action, subject)) return undefined;
  const { city } = subject;
  if (subject.kind !== 'department') return reject('forbidden', { action, city });
  return reject('forbidden', { action, city, department: subject.department });
}

/** Carries a command out for the viewer, and answers in the viewer's language. */
export async function carryOut(
  context: RequestContext,
  { action, input, fault, incident, task }: Order<Action>,
  send: Send,
): Promise<Answer> {
  const { language, parts, begun = moment() } = context;
  const viewer = signedIn(context);
  const meta = commandMeta(viewer, action, input);
  const wrong = isRejection(meta) ? meta : fault;
  let city: string | undefined;
  const note = (id: string) => {
    city = id;
  };
  const outcome: Outcome =
    wrong || isRejection(meta)
      ? { kind: 'rejected', rejection: wrong ?? reject('forbidden', { action }) }
      : await send(meta, viewer, note);
  parts.metrics.commands.inc({ command: action, outcome: outcome.kind });
  if (!isRejection(meta)) {
    parts.tell?.({
      correlation: meta.commandId,
      key: spanKey.mutation(meta.commandId),
      parent: undefined,
      name: `mutation ${action}`,
      attributes: { 'tocsin.outcome': outcome.kind },
      begun,
      ended: moment(),
    });
  }
  const receipt = action === 'recordDelivery' || action === 'recordSeen';
  if (receipt && outcome.kind === 'accepted' && outcome.events === 0 && !outcome.repeated)
    await traceReceipt(
      { ...context, console: context.console ?? input.console ?? undefined },
      action,
      { city, incident, task },
    );
  if (outcome.kind !== 'rejected') return answer(outcome, language);
  const { rejected: code, facts } = outcome.rejection;
  if (code === 'forbidden') {
    const from = { ...context, viewer, console: context.console ?? input.console ?? undefined };
    await traceRefusal(from, {
      what: action,
      code,
      facts: { ...facts, ...(city ? { city } : {}) },
      incident,
    });
  }
  const profile = city === undefined ? undefined : await parts.store.readCity(city);
  return rejected(outcome.rejection, language, profile);
}

/**
 * Sends a command to an incident. The rule is asked about the very state that is decided on;
 * what isn't there is left to the decider to say.
 */
export function commandIncident(
  context: RequestContext,
  order: Order<IncidentAction> & {
    /** Whose affair it is; left out: the incident's. */
    readonly subjectOf?: (state: Incident) => Subject;
  },
  incident: string,
  command: IncidentCommand,
): Promise<Answer> {
  return carryOut(context, { ...order, incident }, (meta, viewer, inCity) => {
    const guard: Guard<Incident> = (state) => {
      const known = command.type === 'ReportIncident' ? command.data.city : state.city;
      inCity(known);
      if (command.type === 'ReportIncident')
        return forbidden(viewer, order.action, { kind: 'city', city: known });
      if (state.status === 'none') return undefined;
      return forbidden(viewer, order.action, (order.subjectOf ?? incidentSubject)(state));
    };
    return context.parts.store.incident(incident, command, meta, guard);
  });
}

/** Sends a command about a task; a task is the affair of the department that it was given to. */
export function commandTask(
  context: RequestContext,
  order: Order<TaskAction>,
  incident: string,
  command: OneTaskCommand,
): Promise<Answer> {
  return carryOut(
    context,
    { ...order, incident, task: command.data.task },
    (meta, viewer, inCity) => {
      const guard: Guard<Incident> = (state) => {
        if (state.status === 'none') return undefined;
        inCity(state.city);
        const task = state.tasks.get(command.data.task);
        const department = task?.department ?? viewer.department ?? '';
        return forbidden(viewer, order.action, departmentSubject(state.city, department));
      };
      return context.parts.store.incident(incident, command, meta, guard);
    },
  );
}

/** Sends a command to a unit, which is the affair of its department. */
export function commandUnit(
  context: RequestContext,
  order: Order<UnitAction>,
  unit: string,
  command: UnitCommand,
): Promise<Answer> {
  return carryOut(context, order, (meta, viewer, inCity) => {
    const guard: Guard<Unit> = ({ facts }) => {
      if (!facts) return undefined;
      inCity(facts.city);
      return forbidden(viewer, order.action, departmentSubject(facts.city, facts.department));
    };
    return context.parts.store.unit(unit, command, meta, guard);
  });
}

/**
 * Sends a command to a depot, a warning, a planned event or a duty desk. `subject` is whose affair
 * it is as the input says; once the stream has begun, its own city is asked about instead.
 */
export function commandStream<K extends PlainStream>(
  context: RequestContext,
  order: Order<StreamAction> & { readonly subject: Subject },
  kind: K,
  id: string,
  command: Streams[K]['command'],
): Promise<Answer> {
  return carryOut(context, order, (meta, viewer, inCity) => {
    const guard: Guard<Streams[K]['state']> = (state) => {
      const city = state.city || order.subject.city;
      inCity(city);
      return forbidden(viewer, order.action, { ...order.subject, city });
    };
    return context.parts.store.command(kind, id, command, meta, guard);
  });
}

/** Sends a command to the city itself. */
export function commandCity(
  context: RequestContext,
  order: Order<CityAction>,
  city: string,
  command: CityCommand,
): Promise<Answer> {
  return carryOut(context, order, async (meta, viewer, inCity) => {
    inCity(city);
    const rejection = forbidden(viewer, order.action, citySubject(city));
    if (rejection) return { kind: 'rejected', rejection };
    return context.parts.store.city(city, command, meta);
  });
}
