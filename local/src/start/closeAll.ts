/** What was started, oldest first. */
export type Closers = (() => Promise<void> | void)[];

/** Empties the list from its end, one after the other; what fails doesn't keep the rest open. */
export async function closeAll(closers: Closers): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
