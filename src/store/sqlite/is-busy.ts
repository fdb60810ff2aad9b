/** https://www.sqlite.org/rescode.html#busy; the extended codes keep it in their low byte. */
const sqliteBusy = 5;

/** Whether SQLite threw it because another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === sqliteBusy;
}
