import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mailbox } from './mailbox.ts';

const capacity = 5;

interface Model {
  values: Map<string, number>;
  conflated: boolean;
  overflowed: boolean;
  count: number;
}
type Command = fc.Command<Model, Mailbox<{ key: string; n: number }>>;

class Put implements Command {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
  check = () => true;
  run(model: Model, real: Mailbox<{ key: string; n: number }>): void {
    model.count += 1;
    const value = { key: this.key, n: model.count };
    const replaced = real.put(this.key, value);
    if (model.overflowed) {
      expect(replaced).toBe(false);
      return;
    }
    expect(replaced).toBe(model.values.has(this.key));
    if (model.values.delete(this.key)) model.conflated = true;
    model.values.set(this.key, model.count);
    if (model.values.size > capacity) {
      model.values.clear();
      model.conflated = false;
      model.overflowed = true;
    }
    expect(real.overflowed).toBe(model.overflowed);
    expect(real.size).toBeLessThanOrEqual(capacity);
  }
  toString = () => `put(${this.key})`;
}

class Take implements Command {
  check = (model: Readonly<Model>) => !model.overflowed;
  run(model: Model, real: Mailbox<{ key: string; n: number }>): void {
    const { values, conflated } = real.take();
    expect(values).toEqual([...model.values].map(([key, n]) => ({ key, n })));
    expect(conflated).toBe(model.conflated);
    expect(real.size).toBe(0);
    model.values.clear();
    model.conflated = false;
  }
  toString = () => 'take()';
}

class Clear implements Command {
  check = () => true;
  run(model: Model, real: Mailbox<{ key: string; n: number }>): void {
    real.clear();
    model.values.clear();
    model.conflated = false;
    model.overflowed = false;
    expect(real.overflowed).toBe(false);
  }
  toString = () => 'clear()';
}

describe('[F4] a mailbox', () => {
  it('keeps the newest of each key, says what it conflated, and is bounded', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const commands = [
      key.map((one) => new Put(one)),
      fc.constant(new Take()),
      fc.constant(new Clear()),
    ];
    fc.assert(
      fc.property(fc.commands(commands, { size: '+1' }), (run) => {
        const model: Model = {
          values: new Map(),
          conflated: false,
          overflowed: false,
          count: 0,
        };
        fc.modelRun(() => ({ model, real: new Mailbox(capacity) }), run);
      }),
    );
  });
});
