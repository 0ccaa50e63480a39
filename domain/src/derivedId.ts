import { v5 } from 'uuid';

const namespace = '5e0a7c34-1b1f-5d0e-9b52-3f2a4e0c8d11';

/** A UUID that is always the same for the same parts; for ids that follow from a cause. */
export const derivedId = (...parts: readonly string[]): string =>
  v5(parts.join('\u001f'), namespace);
