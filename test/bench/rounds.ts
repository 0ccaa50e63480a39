export interface Side<Figure> {
  readonly name: string;
  /** Measures once. */
  readonly measure: () => Promise<Figure>;
}

/** Measures both sides in turn, beginning with the other one in each round. */
export async function alternate<Figure>(
  rounds: number,
  first: Side<Figure>,
  second: Side<Figure>,
  told: (name: string, figure: Figure) => void,
): Promise<{ readonly first: readonly Figure[]; readonly second: readonly Figure[] }> {
  const figures = { first: [] as Figure[], second: [] as Figure[] };
  const sides = { first, second };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['first', 'second'] as const) : (['second', 'first'] as const);
    for (const which of order) {
      const { name, measure } = sides[which];
      const figure = await measure();
      figures[which].push(figure);
      told(`round ${round + 1} of ${rounds}, ${name}`, figure);
    }
  }
  return figures;
}

/** How many are sent before the first answer is waited for. */
export const inFlight = 64;

/**
 * Runs `turns` turns of each of 64 workers side by side; a worker's turns follow one another.
 * The rate, turns a second.
 */
export async function rateInFlight(
  turns: number,
  work: (worker: number, turn: number) => Promise<void>,
): Promise<number> {
  const worker = async (number: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await work(number, turn);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: inFlight }, (_, number) => worker(number)));
  return (turns * inFlight * 1000) / (performance.now() - begun);
}
