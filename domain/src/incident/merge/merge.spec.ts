import { describe, expect, it } from 'vitest';
import {
  assigned,
  call,
  cancelled,
  closed,
  committed,
  contained,
  given,
  merged,
  open,
  reported,
  resolved,
} from '../../incident.testkit.ts';
import { recorded } from '../../specification.testkit.ts';
import { incidentDecider } from '../decide.ts';
import type { IncidentEvent } from '../events.ts';
import type { Incident } from '../incident.ts';

const other: IncidentEvent = {
  type: 'IncidentReported',
  data: { ...call, incident: 'i-2', report: 'r-2', what: 'Gas alarm', exercise: false },
};
const target = (...events: readonly IncidentEvent[]): Incident =>
  [other, ...events].reduce(
    (incident, event) => incidentDecider.evolve(incident, recorded(event)),
    incidentDecider.initial,
  );
const reason = 'The same leak';
const merge = { type: 'MergeIncident', data: { into: 'i-2', reason } } as const;
const undo = { type: 'UndoMerge', data: { reason: 'Two leaks' } } as const;
const undone: IncidentEvent = {
  type: 'MergeUndone',
  data: { from: 'i-2', merge: 1, status: 'confirmed', reason: 'Two leaks' },
};
const absorb = {
  type: 'AbsorbIncident',
  data: { incident: 'i-3', merge: 1, what: 'Smell', reports: ['r-3', 'r-4'] },
} as const;
const absorbed: IncidentEvent = { type: 'IncidentAbsorbed', data: absorb.data };
const splitOff = { type: 'SplitOffIncident', data: { incident: 'i-3', merge: 1 } } as const;
const linked: IncidentEvent = {
  type: 'ReportLinked',
  data: { report: 'r-9', channel: 'citizen', what: 'x', place: { address: 'x' }, reporter: {} },
};

describe('[J4] merging an incident into another', () => {
  it('ends it there, with all its reports', () => {
    const incident = given(...open)
      .when(merge, { target: target() })
      .thenEvents(merged);
    expect(incident).toMatchObject({ status: 'merged', merged: { into: 'i-2', reason } });
    given(reported, linked)
      .when(merge, { target: target() })
      .thenEvents({ type: 'IncidentMerged', data: { ...merged.data, reports: ['r-1', 'r-9'] } });
    given(...open)
      .when(merge, {
        target: target(
          {
            type: 'IncidentConfirmed',
            data: { type: 'x', class: 'publicHealth', grade: 4, priority: 4 },
          },
          { type: 'IncidentResolved', data: { summary: 'x' } },
        ),
      })
      .thenEvents(merged);
  });
  it('does nothing when it is there already', () =>
    given(...open, merged)
      .when(merge, { target: target() })
      .thenNothing());
  it.each<[string, Incident | undefined]>([
    ['closed', target({ type: 'IncidentClosed', data: { note: '' } })],
    ['cancelled', target(cancelled)],
    ['merged', target({ ...merged, data: { ...merged.data, into: 'i-1' } })],
  ])('refuses one that is %s', (status, ended) =>
    given(...open)
      .when(merge, { target: ended })
      .thenRejected('mergeTargetStatus', 'into', { status }),
  );
  it('refuses itself, none, one of another city, and mixing exercise with reality', () => {
    given(...open)
      .when({ type: 'MergeIncident', data: { into: 'i-1', reason } }, { target: target() })
      .thenRejected('mergeIntoItself', 'into');
    given(...open)
      .when(merge)
      .thenRejected('unknownIncident', 'into');
    given(...open)
      .when(merge, { target: { ...target(), city: 'elsewhere' } })
      .thenRejected('otherCity', 'into', { city: 'elsewhere' });
    given(...open)
      .when(merge, { target: { ...target(), exercise: true } })
      .thenRejected('exerciseAndReal', 'into');
  });
  it('refuses while somebody is at work on it, and says who', () => {
    given(...open, assigned())
      .when(merge, { target: target() })
      .thenRejected('openTasks', 'incident', { departments: 'fire' });
    given(...open, committed)
      .when(merge, { target: target() })
      .thenRejected('committedUnits', 'incident', { units: 'E1' });
  });
  it('makes no chain: what took others in goes nowhere itself', () =>
    given(...open, absorbed)
      .when(merge, { target: target() })
      .thenRejected('hasAbsorbed', 'incident', { count: 1 }));
  it('needs an open incident and a reason', () => {
    given(...open, resolved)
      .when(merge, { target: target() })
      .thenRejected('incidentStatus', 'incident');
    given(...open, resolved, closed)
      .when(merge, { target: target() })
      .thenRejected('incidentStatus', 'incident');
    given(...open)
      .when({ type: 'MergeIncident', data: { into: 'i-2', reason: '' } }, { target: target() })
      .thenRejected('required', 'reason');
    given(...open, merged)
      .when({ type: 'MergeIncident', data: { into: 'i-3', reason } }, { target: target() })
      .thenRejected('incidentStatus', 'incident', { status: 'merged' });
  });
  it('leaves the merged one nothing but its undoing and notes', () => {
    const note = { type: 'NoteAdded', data: { note: 'n', text: 'Seen' } } as const;
    given(...open, merged)
      .when({ type: 'AddNote', data: note.data })
      .thenEvents(note);
    for (const command of [
      { type: 'ConfirmIncident', data: { type: 'gas-leak' } },
      { type: 'AssignTasks', data: { tasks: [] } },
      { type: 'ReopenIncident', data: { reason } },
      { type: 'CancelIncident', data: { reason: 'false', note: 'x' } },
    ] as const)
      given(...open, merged)
        .when(command)
        .thenRejected('incidentMerged', 'incident');
  });
});

describe('[J4] what the other incident records', () => {
  it('is each one merged into it, once', () => {
    const incident = given(...open)
      .when(absorb)
      .thenEvents(absorbed);
    expect([...incident.absorbed.values()]).toMatchObject([{ id: 'i-3', reports: ['r-3', 'r-4'] }]);
    given(...open, absorbed)
      .when(absorb)
      .thenNothing();
    given(...open, resolved)
      .when(absorb)
      .thenEvents(absorbed);
  });
  it('is a refusal when it can’t take any more', () => {
    const refused = (status: 'merged' | 'closed'): IncidentEvent => ({
      type: 'AbsorptionRefused',
      data: { incident: 'i-3', merge: 1, status },
    });
    given(...open, merged)
      .when(absorb)
      .thenEvents(refused('merged'));
    given(...open, resolved, closed)
      .when(absorb)
      .thenEvents(refused('closed'));
  });
  it('is the splitting off of just that merge', () => {
    const incident = given(...open, absorbed)
      .when(splitOff)
      .thenEvents({ type: 'IncidentSplitOff', data: splitOff.data });
    expect(incident.absorbed.size).toBe(0);
    given(...open)
      .when(splitOff)
      .thenNothing();
    given(...open, absorbed)
      .when({ type: 'SplitOffIncident', data: { incident: 'i-3', merge: 2 } })
      .thenNothing();
  });
});

describe('[J5] undoing a merge', () => {
  it('makes it what it was before', () => {
    const incident = given(...open, merged)
      .when(undo)
      .thenEvents(undone);
    expect(incident.status).toBe('confirmed');
    expect(incident.merged).toBeUndefined();
    expect(
      given(...open, contained, merged)
        .when(undo)
        .thenEvents({ type: 'MergeUndone', data: { ...undone.data, status: 'contained' } as never })
        .status,
    ).toBe('contained');
  });
  it('counts, so that a later merge is another one', () =>
    void given(...open, merged, undone)
      .when(merge, { target: target() })
      .thenEvents({ type: 'IncidentMerged', data: { ...merged.data, merge: 2 } }));
  it('needs a merged incident and a reason', () => {
    given(...open)
      .when(undo)
      .thenRejected('incidentStatus', 'incident', { wanted: 'merged' });
    given(...open, merged)
      .when({ type: 'UndoMerge', data: { reason: '' } })
      .thenRejected('required', 'reason');
  });
  it('happens by itself where the other could not take it, and only for that very merge', () => {
    const refusal = (from: string, number: number) =>
      ({
        type: 'UndoRefusedMerge',
        data: { from, merge: number, status: 'closed' },
      }) as const;
    given(...open, merged)
      .when(refusal('i-2', 1))
      .thenEvents({
        type: 'MergeUndone',
        data: { from: 'i-2', merge: 1, status: 'confirmed', reason: '', refused: 'closed' },
      });
    given(...open, merged)
      .when(refusal('i-2', 2))
      .thenNothing();
    given(...open, merged)
      .when(refusal('i-9', 1))
      .thenNothing();
    given(...open)
      .when(refusal('i-2', 1))
      .thenNothing();
  });
});
