/** Settles at the first Ctrl-C, for what runs until somebody has seen enough. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()));
}
