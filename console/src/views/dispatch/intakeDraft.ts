import type { Channel } from '../../api/types.ts';
import type { Language } from '../../store/preferences.ts';

/** A report while it is being written; everything as typed. */
export interface IntakeDraft {
  readonly what: string;
  readonly channel: Channel;
  readonly by: 'street' | 'coordinate';
  readonly street: string;
  readonly house: string;
  readonly cell: string;
  readonly detail: string;
  readonly lon: string;
  readonly lat: string;
  readonly name: string;
  readonly phone: string;
  readonly callerAddress: string;
  /** ISO 8601; empty until the button was pressed. */
  readonly receivedAt: string;
  readonly answeredAt: string;
  readonly exercise: boolean;
}

export const emptyIntake: IntakeDraft = {
  what: '',
  channel: 'PHONE',
  by: 'street',
  street: '',
  house: '',
  cell: '',
  detail: '',
  lon: '',
  lat: '',
  name: '',
  phone: '',
  callerAddress: '',
  receivedAt: '',
  answeredAt: '',
  exercise: false,
};

export type IntakeFault = 'whatMissing' | 'placeMissing' | 'lonNotNumber' | 'latNotNumber';

/** What the sender of the form can see for themselves; the server judges everything else. */
export function intakeFaults(draft: IntakeDraft): readonly IntakeFault[] {
  const faults: IntakeFault[] = [];
  if (draft.what.trim() === '') faults.push('whatMissing');
  if (draft.by === 'street') {
    if (draft.street.trim() === '' && draft.detail.trim() === '') faults.push('placeMissing');
    return faults;
  }
  if (!isNumber(draft.lon)) faults.push('lonNotNumber');
  if (!isNumber(draft.lat)) faults.push('latNotNumber');
  return faults;
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** 滨江路12号 or 12 Riverside Road, with what else was said about the place. */
export function addressOf({ street, house, detail }: IntakeDraft, language: Language): string {
  const road = street.trim();
  const number = house.trim();
  const chinese = number === '' || number.endsWith('号') ? number : `${number}号`;
  const place =
    language === 'zh-CN' ? `${road}${chinese}` : [number, road].filter(Boolean).join(' ');
  return [place, detail.trim()].filter(Boolean).join(language === 'zh-CN' ? '，' : ', ');
}

const optional = (text: string): { readonly value?: string } =>
  text.trim() === '' ? {} : { value: text.trim() };

/** The draft as the report that is sent, without its ids. */
export function reportOf(draft: IntakeDraft, language: Language) {
  const name = optional(draft.name).value;
  const phone = optional(draft.phone).value;
  const address = optional(draft.callerAddress).value;
  const place =
    draft.by === 'coordinate'
      ? { address: draft.detail.trim(), lon: Number(draft.lon), lat: Number(draft.lat) }
      : {
          address: addressOf(draft, language),
          ...(draft.cell === '' ? {} : { cell: draft.cell }),
        };
  return {
    channel: draft.channel,
    what: draft.what.trim(),
    place,
    reporter: {
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(address === undefined ? {} : { address }),
    },
    ...(draft.receivedAt === '' ? {} : { receivedAt: draft.receivedAt }),
    ...(draft.answeredAt === '' ? {} : { answeredAt: draft.answeredAt }),
    exercise: draft.exercise,
  };
}
