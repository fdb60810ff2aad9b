import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { CountingSink } from './counting-sink.ts';
import type { KillPlan } from './kill-plan.ts';

export interface Sender {
  /** Words for Node: the command, and what it is told. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly sink: CountingSink;
}

/** How one life of the sender ended. */
export type SenderEnd =
  | { readonly kind: 'killed'; readonly openConnections: number }
  | { readonly kind: 'ended'; readonly code: number | null; readonly output: string; readonly error: string };

/** Milliseconds that one life may take. */
const longest = 120_000;

/** Runs the sender until it ends or is killed as planned; without a plan, until it ends. */
export async function runSender({ words, folder, sink }: Sender, plan?: KillPlan): Promise<SenderEnd> {
  const env = { ...process.env, SMTP_PASSWORD: '', NO_COLOR: '1', SMTP_URL: sink.url };
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  });
  let openConnections: number | undefined;
  const kill = (): void => {
    if (openConnections !== undefined || child.exitCode !== null) return;
    openConnections = sink.open;
    child.kill('SIGKILL');
  };
  const disarm = arm(plan, { sink, kill });
  const [code, output, error] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
  disarm();
  // Who ended by itself a moment before was not killed.
  return child.signalCode === 'SIGKILL' && openConnections !== undefined
    ? { kind: 'killed', openConnections }
    : { kind: 'ended', code, output, error };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

function arm(
  plan: KillPlan | undefined,
  { sink, kill }: { readonly sink: CountingSink; readonly kill: () => void },
): () => void {
  if (plan === undefined) {
    sink.listen(() => {});
    return () => {};
  }
  let timer = plan.kind === 'sinceLaunch' ? setTimeout(kill, plan.milliseconds) : undefined;
  let seen = 0;
  sink.listen((moment) => {
    if (plan.kind === 'sinceFirstMail') timer ??= setTimeout(kill, plan.milliseconds);
    if (plan.kind !== 'at' || moment !== plan.moment) return;
    seen += 1;
    if (seen === plan.count) kill();
  });
  return () => clearTimeout(timer);
}
