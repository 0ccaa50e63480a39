import type { Localized } from '@tocsin/domain';

/** `id/中文/English` a line. */
export const named = (list: string): readonly { readonly id: string; readonly name: Localized }[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', zh = '', en = ''] = line.trim().split('/');
      return { id, name: { zh, en } };
    });
