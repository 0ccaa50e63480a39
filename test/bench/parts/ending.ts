/**
 * For a process of the bench: it ends when the bench closes its channel or asks it to, and leaves
 * the terminal's Ctrl-C to the bench.
 */
export function endWithBench(close: () => Promise<void> | void): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await close();
    process.exit(0);
  };
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => void end());
  process.on('disconnect', () => void end());
}

/** Tells the bench something. */
export function tell(message: unknown): void {
  process.send?.(message);
}
