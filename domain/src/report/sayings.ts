import type { Block, Cell, Section } from './document.ts';
import type { Telling } from './telling.ts';

const tableIfAny = (columns: readonly string[], rows: readonly (readonly Cell[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];

export function consultationsSection(telling: Telling): Section {
  const { incident, say, time, department, entry } = telling;
  const blocks = [...incident.consultations.values()].flatMap((one): Block[] => {
    const joined = one.joined.map(
      (each) => `${each.by.name} (${department(each.department)}, ${time(each.occurredAt)})`,
    );
    const decisions = one.decisions.map((each): readonly Cell[] => [
      time(each.occurredAt),
      each.by.name,
      entry(each.text, each.revision),
      each.task === undefined ? '' : say('becameTask'),
    ]);
    const facts: [string, Cell][] = [
      [say('participants'), one.participants.map(department).join(', ')],
      [say('joined'), joined.join('\n')],
      [say('outcome'), one.closed ? `${one.closed.summary} (${time(one.closed.occurredAt)})` : ''],
    ];
    return [
      { kind: 'heading', text: `${one.topic} – ${time(one.opened.occurredAt)}` },
      { kind: 'facts', facts },
      ...tableIfAny((['occurred', 'who', 'decision', 'tasks'] as const).map(say), decisions),
    ];
  });
  return { title: say('consultations'), blocks };
}

export function situationsSection({ incident, say, time, entry }: Telling): Section {
  const rows = incident.situations.map((one): readonly Cell[] => [
    String(one.number),
    time(one.occurredAt),
    one.by.name,
    entry(one.text, one.revision),
  ]);
  const columns = (['number', 'occurred', 'who', 'note'] as const).map(say);
  return { title: say('situations'), blocks: tableIfAny(columns, rows) };
}

export function attachmentsSection({ incident, say, entry }: Telling): Section {
  const rows = [...incident.attachments.values()].map((one): readonly Cell[] => [
    entry(one.name, one.revision),
    one.mediaType,
    String(one.bytes),
    one.sha256,
    one.uri,
  ]);
  const columns = [say('name'), say('type'), say('bytes'), 'SHA-256', say('address')];
  return { title: say('attachments'), blocks: tableIfAny(columns, rows) };
}

export function findingsSection(telling: Telling): Section {
  const { incident, say, sayAny, time, department, entry } = telling;
  const blocks = [...incident.findings.values()].flatMap((finding): Block[] => {
    const own = [...incident.actions.values()].filter((one) => one.finding === finding.id);
    const severity = finding.severity ? ` (${say(finding.severity)})` : '';
    const rows = own.map((one): readonly Cell[] => [
      one.text,
      department(one.department),
      one.owner?.name ?? '',
      time(one.dueBy),
      sayAny(one.status),
      [one.done, one.verified]
        .flatMap((link) => (link ? [`${link.by.name}, ${time(link.occurredAt)}`] : []))
        .join('\n'),
    ]);
    const columns = (['action', 'department', 'owner', 'dueBy', 'status', 'who'] as const).map(say);
    const text = `${finding.text}${severity} – ${finding.by.name}, ${time(finding.occurredAt)}`;
    return [{ kind: 'text', text: entry(text, finding.revision) }, ...tableIfAny(columns, rows)];
  });
  return { title: say('findings'), blocks };
}
