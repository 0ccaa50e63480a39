// Preloaded into a process: its clock is off by as many milliseconds as the file that
// TOCSIN_TEST_CLOCK names says at the moment; timers go on as ever.
import { readFileSync } from 'node:fs';

const RealDate = Date;
let offset = 0;
let readAt = Number.NEGATIVE_INFINITY;

function step() {
  const now = performance.now();
  if (now - readAt < 20) return offset;
  readAt = now;
  try {
    offset = Number(readFileSync(process.env.TOCSIN_TEST_CLOCK, 'utf8'));
  } catch {
    offset = 0;
  }
  return offset;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(Date.now());
    else super(...given);
  }
  static now() {
    return RealDate.now() + step();
  }
};
