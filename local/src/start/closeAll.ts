/** What was started, oldest first. */
export type Closers = (() => Promise<void> | void)[];

/** Closes in reverse, one after the other; what fails to close doesn't keep the rest open. */
export async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
