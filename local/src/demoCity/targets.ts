import type { TimeTarget } from '@tocsin/domain';

/** The targets that the field's standards set, each with its source. */
export const targets: readonly TimeTarget[] = [
  { id: 'answer-15', span: 'answer', seconds: 15, percent: 90, source: 'NENA-STA-020.1-2020' },
  { id: 'answer-20', span: 'answer', seconds: 20, percent: 95, source: 'NENA-STA-020.1-2020' },
  { id: 'process-60', span: 'process', seconds: 60, percent: 90, source: 'NFPA 1225' },
  {
    id: 'turnout-fire',
    span: 'turnout',
    seconds: 80,
    percent: 90,
    department: 'fire',
    source: 'NFPA 1710',
  },
  {
    id: 'turnout-medical',
    span: 'turnout',
    seconds: 60,
    percent: 90,
    department: 'health',
    source: 'NFPA 1710',
  },
  {
    id: 'travel-first-engine',
    span: 'travel',
    seconds: 240,
    percent: 90,
    department: 'fire',
    source: 'NFPA 1710',
  },
  {
    id: 'response-full',
    span: 'response',
    seconds: 480,
    percent: 90,
    department: 'fire',
    source: 'NFPA 1710',
  },
  { id: 'display-2', span: 'display', seconds: 2, percent: 100, source: 'NC 911 Board' },
];
