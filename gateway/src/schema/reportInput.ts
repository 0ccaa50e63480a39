import { builder } from './builder.ts';
import { ChannelEnum } from './enums.ts';
import { given } from './given.ts';

export const PlaceInput = builder.inputType('PlaceInput', {
  fields: (t) => ({
    address: t.string({ required: false }),
    lon: t.float({ required: false }),
    lat: t.float({ required: false }),
    cell: t.id({ required: false }),
  }),
});

const ReporterInput = builder.inputType('ReporterInput', {
  fields: (t) => ({
    name: t.string({ required: false }),
    phone: t.string({ required: false }),
    address: t.string({ required: false, description: 'The caller’s own, to be found again.' }),
  }),
});

export const ReportInput = builder.inputType('ReportInput', {
  fields: (t) => ({
    incident: t.id({ description: 'A UUID drawn by the client.' }),
    report: t.id({ description: 'A UUID drawn by the client.' }),
    city: t.id(),
    channel: t.field({ type: ChannelEnum }),
    what: t.string(),
    place: t.field({ type: PlaceInput }),
    reporter: t.field({ type: ReporterInput, required: false }),
    reference: t.string({ required: false }),
    kind: t.id({ required: false, description: 'The suspected incident type.' }),
    receivedAt: t.field({ type: 'DateTime', required: false, description: 'When it rang.' }),
    answeredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it was picked up.',
    }),
    exercise: t.boolean({ required: false }),
  }),
});

export const LinkedReportInput = builder.inputType('LinkedReportInput', {
  fields: (t) => ({
    report: t.id({ description: 'A UUID drawn by the client.' }),
    channel: t.field({ type: ChannelEnum }),
    what: t.string(),
    place: t.field({ type: PlaceInput }),
    reporter: t.field({ type: ReporterInput, required: false }),
    reference: t.string({ required: false }),
    receivedAt: t.field({ type: 'DateTime', required: false }),
    answeredAt: t.field({ type: 'DateTime', required: false }),
  }),
});

export const SubmittedReportInput = builder.inputType('SubmittedReportInput', {
  fields: (t) => ({
    city: t.id(),
    channel: t.field({ type: ChannelEnum }),
    reference: t.string({ description: 'The number that the sending system knows it by.' }),
    what: t.string(),
    place: t.field({ type: PlaceInput }),
    reporter: t.field({ type: ReporterInput, required: false }),
    kind: t.id({ required: false }),
    receivedAt: t.field({ type: 'DateTime', required: false }),
    exercise: t.boolean({ required: false }),
  }),
});

type Said = Readonly<Record<'address' | 'cell', string | null | undefined>> &
  Readonly<Record<'lon' | 'lat', number | null | undefined>>;

/** A place as the domain takes it: an address that is left out is empty. */
export const placeOf = (place: Partial<Said>) => ({ address: '', ...given(place) });
