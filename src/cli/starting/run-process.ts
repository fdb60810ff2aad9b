import type { ExitCode } from '../command.ts';
import { runProgram } from '../program.ts';

/** Runs this process's command line, and ends the process with its exit code. */
export async function runProcess(beforeEnd: (exitCode: ExitCode) => void = () => {}): Promise<never> {
  const streams = { input: process.stdin, output: process.stdout, error: process.stderr };
  for (const stream of [streams.output, streams.error]) stream.on('error', endWithoutReader);
  const exitCode = await runProgram(process.argv.slice(2), {
    streams,
    environment: process.env,
    folder: process.cwd(),
  });
  beforeEnd(exitCode);
  await Promise.all([untilWritten(streams.output), untilWritten(streams.error)]);
  // Left to end by itself, the process would first finish a garbage collection that nobody needs.
  process.exit(exitCode);
}

/** Whoever reads with `head` has gone away, and that is no fault; a full disk is. */
function endWithoutReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`penny: what it says cannot be written: ${error.message}\n`);
  process.exit(2);
}

/** Where the reader has gone away, there is nothing to wait for. */
function untilWritten(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
