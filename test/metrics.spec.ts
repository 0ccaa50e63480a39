import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Gauged, openMetrics } from '../gateway/src/metrics.ts';
import { openRunnerMetrics } from '../projections/src/metrics.ts';

interface Figure {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const {
  metricsDocument,
}: { metricsDocument: (...parts: readonly (readonly Figure[])[]) => string } = await import(
  `${root}scripts/documents/metricsDocument.mjs`
);

/** Each is a word of the code, or a number of a short list. */
const boundedLabels = [
  'code',
  'command',
  'consumer',
  'le',
  'operation',
  'outcome',
  'policy',
  'state',
];

// Nothing is read from what the figures are gauged from until somebody asks for them.
const gateway = openMetrics({} as Gauged).registry;
const runner = openRunnerMetrics({ totalCount: 0, idleCount: 0, waitingCount: 0 }).registry;
const own = [gateway, runner].map((registry) => {
  const figures = registry.getMetricsAsArray() as unknown as readonly Figure[];
  return figures.filter(({ name }) => name.startsWith('tocsin_'));
});

describe('the figures', () => {
  it('[O1] stand in docs/METRICS.md as the code has them', async () => {
    expect(await readFile(`${root}docs/METRICS.md`, 'utf8')).toBe(metricsDocument(...own));
  });

  it('[O1] each say what they are', () => {
    for (const { help } of own.flat()) expect(help).toMatch(/^[A-Z1].{10,}\.$/);
  });

  it('[O1] have no label but those with few known values', () => {
    const labels = own.flat().flatMap(({ labelNames }) => labelNames);
    expect(labels.filter((label) => !boundedLabels.includes(label))).toEqual([]);
  });
});
