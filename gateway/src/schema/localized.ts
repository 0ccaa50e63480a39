import type { Localized } from '@tocsin/domain';
import { builder } from './builder.ts';

export const LocalizedType = builder.objectRef<Localized>('Localized').implement({
  fields: (t) => ({ zh: t.exposeString('zh'), en: t.exposeString('en') }),
});
