import { bundleFiles, isOpeningLine, type OpeningLine } from './bundle.ts';
import type { ReportFault } from './fault.ts';
import { commitmentsIn, type OpeningCounts, OpeningsCheck } from './openingsCheck.ts';

/** So far is looked ahead for an event's line where others stand before it, as those of events that were taken out. */
const mostAhead = 1_000;

interface Place {
  readonly stream: string;
  readonly revision: number;
}

const keyOf = ({ stream, revision }: Place): string => `${stream}@${revision}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The openings of a bundle, read along with its events, in whose order they stand; memory is flat. */
export class OpeningLines {
  readonly #lines: Iterator<string>;
  readonly #report: ReportFault;
  readonly #check: OpeningsCheck;
  #line = 0;
  /** Read already, and not yet those of any event. */
  readonly #ahead = new Map<string, OpeningLine>();

  constructor(lines: Iterable<string>, report: ReportFault) {
    this.#lines = lines[Symbol.iterator]();
    this.#report = report;
    this.#check = new OpeningsCheck(report);
  }

  get counts(): OpeningCounts {
    return this.#check.counts;
  }

  check(place: Place, data: unknown): void {
    const commitments = commitmentsIn(data);
    const own = commitments.size > 0 ? this.#lineOf(keyOf(place)) : undefined;
    const withheld = new Set(Object.keys(own?.withheld ?? {}));
    this.#check.check(place, data, own?.openings, withheld);
  }

  /** What is left belongs to no event. */
  end(): void {
    while (this.#ahead.size > 0 || this.#readOn()) this.#dropFirst();
  }

  #lineOf(key: string): OpeningLine | undefined {
    while (!this.#ahead.has(key) && this.#ahead.size < mostAhead) if (!this.#readOn()) break;
    const found = this.#ahead.get(key);
    this.#ahead.delete(key);
    if (!found && this.#ahead.size >= mostAhead) this.#dropFirst();
    return found;
  }

  #dropFirst(): void {
    const [first] = this.#ahead;
    if (!first) return;
    const [key, { stream, revision, openings }] = first;
    this.#ahead.delete(key);
    for (const field of Object.keys(openings))
      this.#report({ kind: 'openingChanged', stream, revision, field });
  }

  #readOn(): boolean {
    for (;;) {
      const { done, value } = this.#lines.next();
      if (done) return false;
      this.#line += 1;
      const line = parsed(value);
      if (isOpeningLine(line)) {
        this.#ahead.set(keyOf(line), line);
        return true;
      }
      this.#report({ kind: 'fileUnreadable', file: bundleFiles.openings, line: this.#line });
    }
  }
}
