import { expect, it } from 'vitest';
import { openTracing } from './openTracing.ts';

it.each([
  ['no receiver is named', {}],
  ['the receiver is nothing', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
  [
    'it is switched off',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' },
  ],
])('[O6] nothing is traced where %s', async (_, env) =>
  expect(await openTracing('gateway', env)).toBeUndefined(),
);
