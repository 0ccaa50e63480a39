import type { Definition } from '../definition.ts';

const everywhere = ['everywhere'] as const;

/** What the console does by itself. */
export const atConsole = {
  line: {
    name: 'line.title',
    verb: { en: 'line', zh: '命令' },
    keys: ['/'],
    places: everywhere,
  },
  go: {
    name: 'line.go',
    verb: { en: 'go', zh: '去' },
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    places: everywhere,
    params: [{ name: 'view', kind: 'view' }],
  },
  fit: {
    name: 'line.fit',
    verb: { en: 'fit', zh: '全图' },
    keys: ['g'],
    places: ['dispatch', 'map', 'cockpit', 'audit'],
  },
  undo: { name: 'undo.undo', verb: { en: 'undo', zh: '撤回' }, keys: ['z'], places: everywhere },
  silence: {
    name: 'alarm.silence',
    verb: { en: 'silence', zh: '静音' },
    keys: ['k'],
    places: everywhere,
  },
  language: {
    name: 'line.language',
    verb: { en: 'language', zh: '语言' },
    places: everywhere,
    params: [],
  },
  theme: { name: 'line.theme', verb: { en: 'theme', zh: '主题' }, places: everywhere, params: [] },
  help: {
    name: 'help.title',
    verb: { en: 'help', zh: '帮助' },
    keys: ['?'],
    places: everywhere,
    params: [],
  },
} as const satisfies Readonly<Record<string, Definition>>;
