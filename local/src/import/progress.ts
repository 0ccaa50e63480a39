import { SingleBar } from 'cli-progress';
import { words } from './words/words.ts';

export interface Progress {
  update(done: number): void;
  /** A line of its own, without spoiling the bar. */
  say(line: string): void;
  stop(): void;
}

/** Where no bar can be drawn, a line as often as this. */
const lineEveryMs = 5_000;
/** The rate is that of the last stretch of this length. */
const windowMs = 5_000;

const clock = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((n) => String(n).padStart(2, '0'));
  return [String(Math.floor(whole / 3600)), ...parts].join(':');
};

function rateMeter(total: number) {
  const marks: { readonly at: number; readonly done: number }[] = [];
  return (done: number): { rate: number; left: string } => {
    const at = performance.now();
    marks.push({ at, done });
    while (marks.length > 2 && at - (marks[1]?.at ?? at) > windowMs) marks.shift();
    const first = marks[0] ?? { at, done };
    const rate = at > first.at ? ((done - first.done) / (at - first.at)) * 1000 : 0;
    return { rate: Math.round(rate), left: rate > 0 ? clock((total - done) / rate) : '–' };
  };
}

/** Shows how far it is: a bar on a terminal, plain lines elsewhere. `done` starts at what is there. */
export function startProgress(total: number, out: NodeJS.WriteStream): Progress {
  const measure = rateMeter(total);
  let done = 0;
  measure(0);
  if (!out.isTTY) {
    const line = () => {
      const { rate, left } = measure(done);
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      out.write(`${words.progress(done, total, percent, rate, left)}\n`);
    };
    const timer = setInterval(line, lineEveryMs);
    return {
      update: (now) => {
        done = now;
      },
      say: (text) => out.write(`${text}\n`),
      stop: () => {
        clearInterval(timer);
        line();
      },
    };
  }
  const bar = new SingleBar({
    format: words.bar,
    stream: out,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
  });
  bar.start(total, 0, { rate: 0, left: '–' });
  const timer = setInterval(() => bar.update(done, measure(done)), 250);
  return {
    update: (now) => {
      done = now;
    },
    say: (text) => out.write(`\r\x1b[K${text}\n`),
    stop: () => {
      clearInterval(timer);
      bar.update(done, measure(done));
      bar.stop();
    },
  };
}
