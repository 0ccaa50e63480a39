import { words } from '../words/words.ts';

/** What a step may say while it works. */
export interface StepVoice {
  /** Shown behind the step's name until it says something else; kept at its end. */
  readonly detail: (text: string) => void;
  /** A line of its own. */
  readonly note: (text: string) => void;
}

/** The few lines that a person at the keyboard needs, with the time that each step took. */
export class Terminal {
  readonly #out: NodeJS.WriteStream;
  readonly #live: boolean;
  #open = '';

  constructor(out: NodeJS.WriteStream = process.stdout) {
    this.#out = out;
    this.#live = out.isTTY;
    // A reader that went away (a closed pipe) must not stop an orderly end.
    out.on('error', () => {});
  }

  say(line: string): void {
    this.#clear();
    this.#out.write(`${line}\n`);
    this.#draw();
  }

  /** Runs a step under its name. Its result is the work's; so is its failure. */
  async step<T>(name: string, work: (voice: StepVoice) => Promise<T>): Promise<T> {
    const began = performance.now();
    let detail = '';
    const line = (mark: string, end: string): string =>
      `${mark} ${[name, detail, end].filter((part) => part !== '').join('  ')}`;
    const show = (text: string): void => {
      this.#clear();
      this.#open = text;
      this.#draw();
    };
    show(line('·', ''));
    try {
      return await work({
        detail: (text) => {
          detail = text;
          show(line('·', ''));
        },
        note: (text) => this.say(`  ${text}`),
      }).then((result) => {
        show('');
        this.say(line('✓', words.seconds((performance.now() - began) / 1000)));
        return result;
      });
    } finally {
      show('');
    }
  }

  #draw(): void {
    if (this.#live && this.#open !== '') this.#out.write(this.#open);
  }

  #clear(): void {
    if (this.#live && this.#open !== '') this.#out.write('\r\u001b[K');
  }
}
