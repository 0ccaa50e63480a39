import { type Entry, type Lexicon, noEntries } from './lexicon.ts';

const entry = (value: string, ...names: string[]): Entry => ({
  value,
  names,
  told: names[0] ?? '',
});

/** A small city, as it stands on the boards. */
export const lexicon: Lexicon = {
  entries: {
    ...noEntries,
    department: [
      entry('fire', 'fire', 'Fire and rescue', '消防救援'),
      entry('gas', 'gas', 'Gas company', '燃气公司'),
      entry('police', 'police', 'Police', '公安'),
      entry('power', 'power', 'Power company', '供电公司'),
    ],
    incident: [entry('i-1042', '1042'), entry('i-2', '2'), entry('i-87', '87')],
    unit: [entry('u-e1', 'E1'), entry('u-e12', 'E12'), entry('u-a-7', 'A 7')],
    task: [entry('t-87', '87')],
    stage: [
      entry('EN_ROUTE', 'en route', '途中'),
      entry('ON_SCENE', 'on scene', '到场'),
      entry('CLEARED', 'cleared', '已撤离'),
    ],
    level: ['1', '2', '3', '4'].map((level) => entry(level, level)),
    cancelReason: [entry('FALSE', 'false report', '误报'), entry('TEST', 'test', '测试')],
    type: [entry('gas-leak', 'gas-leak', 'Gas leak', '燃气泄漏')],
    view: [entry('units', 'units', 'Units', '力量'), entry('dispatch', 'dispatch', 'Dispatch')],
  },
  meant: {},
};

export const withOpen = (incident: string): Lexicon => ({ ...lexicon, meant: { incident } });
