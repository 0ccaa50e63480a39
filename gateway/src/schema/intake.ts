import type { Absorbed, Evidence, Incident, ReportFacts } from '@tocsin/domain';
import { EvidenceType, type EvidenceView } from './actor.ts';
import { builder } from './builder.ts';
import { ChannelEnum } from './enums.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';
import { JurisdictionOfIncident, ResponsibilityType } from './judgement.ts';
import { PlaceType, ReporterType } from './place.ts';

const LinkedReport = builder.objectRef<Evidence & ReportFacts>('LinkedReport').implement({
  fields: (t) => ({
    report: t.exposeID('report'),
    channel: t.expose('channel', { type: ChannelEnum }),
    what: t.exposeString('what'),
    place: t.expose('place', { type: PlaceType }),
    reporter: t.expose('reporter', { type: ReporterType }),
    reference: t.exposeString('reference', { nullable: true }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    linked: t.field({ type: EvidenceType, resolve: (report): EvidenceView => fromLink(report) }),
  }),
});

const fromLink = ({ by, occurredAt, recordedAt }: Evidence): EvidenceView => ({
  by,
  occurredAt,
  recordedAt,
});

const MergedInto = builder.objectRef<NonNullable<Incident['merged']>>('MergedInto').implement({
  fields: (t) => ({
    incident: t.exposeID('into'),
    what: t.exposeString('intoWhat'),
    reason: t.exposeString('reason'),
    merged: t.field({ type: EvidenceType, resolve: (merged): EvidenceView => fromLink(merged) }),
  }),
});

const AbsorbedIncident = builder.objectRef<Absorbed>('AbsorbedIncident').implement({
  fields: (t) => ({
    incident: t.exposeID('id'),
    what: t.exposeString('what'),
    reports: t.int({ resolve: ({ reports }) => reports.length }),
    merged: t.field({ type: EvidenceType, resolve: (one): EvidenceView => fromLink(one) }),
  }),
});

builder.objectFields(IncidentViewType, (t) => ({
  kind: t.id({ nullable: true, resolve: ({ state }) => state.kind ?? null }),
  receivedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When the first report’s call rang.',
    resolve: ({ state }) => state.receivedAt ?? null,
  }),
  answeredAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it was picked up.',
    resolve: ({ state }) => state.answeredAt ?? null,
  }),
  linked: t.field({
    type: [LinkedReport],
    description: 'Its reports beside the first.',
    resolve: ({ state }) => [...state.linked.values()],
  }),
  mergedInto: t.field({
    type: MergedInto,
    nullable: true,
    resolve: ({ state }) => state.merged ?? null,
  }),
  absorbed: t.field({
    type: [AbsorbedIncident],
    resolve: ({ state }) => [...state.absorbed.values()],
  }),
  responsible: t.field({
    type: ResponsibilityType,
    nullable: true,
    resolve: ({ state }) => state.responsible ?? null,
  }),
  responseLevel: t.int({
    nullable: true,
    resolve: ({ state }) => state.responseLevel?.level ?? null,
  }),
  responseLevelSet: t.field({
    type: EvidenceType,
    nullable: true,
    description: 'Who set the response level, and why.',
    resolve: ({ state }) => fromRecord(state.responseLevel),
  }),
  jurisdiction: t.field({
    type: JurisdictionOfIncident,
    resolve: ({ state }) => state.jurisdiction,
  }),
}));
