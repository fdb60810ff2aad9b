/** One line for somebody whose Node cannot run penny. Imports nothing: it must work on any Node. */
export function refuseOldNode(found: string, needed: number): void {
  process.stderr.write(
    `penny needs Node ${needed} or newer, and this is Node ${found}; get it from https://nodejs.org, or start it with npx penny\n`,
  );
}
