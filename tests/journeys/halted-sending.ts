import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { createWorkspace, type Run, type TestWorkspace } from './workspace.ts';

/** Sends issue 1 to the twelve people of the list. */
export const send = 'send 1 --to subscribers.csv --yes --json';

export interface EndedSender {
  readonly code: number | null;
  readonly result: Record<string, unknown>;
}

/** A sender in the middle of a mailing: two are accepted, and the server has not answered for the third. */
export interface HaltedSender extends AsyncDisposable {
  readonly workspace: TestWorkspace;
  readonly environment: { readonly SMTP_URL: string };
  readonly sink: SmtpSink;
  readonly child: ChildProcess;
  /** The sender's end, with what it said. */
  readonly ended: Promise<EndedSender>;
  /** Resolves once the sender says that it finishes what is on its way. */
  readonly finishing: Promise<void>;
  /** Lets the server answer again, and waits for the sender's end. */
  letGo(): Promise<EndedSender>;
  /** Asks the sender to stop, and lets the server answer as soon as it has heard. */
  interrupt(signal: NodeJS.Signals): Promise<EndedSender>;
}

/** @param prepare is given the workspace before anything is sent */
export async function haltAtThird(
  prepare: (workspace: TestWorkspace) => void = () => {},
): Promise<HaltedSender> {
  const workspace = createWorkspace();
  prepare(workspace);
  const third = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return answer.promise;
    },
  });
  const environment = { SMTP_URL: sink.url };
  const child = workspace.start(`${send} --connections 1`, environment);
  const ended = Promise.all([once(child, 'close'), text(child.stdout)]).then(
    ([[code], said]): EndedSender => ({ code, result: said === '' ? {} : JSON.parse(said) }),
  );
  const finishing = new Promise<void>((resolve) => {
    child.stderr.on('data', (said: Buffer) => {
      if (said.includes('finishing what is on its way')) resolve();
    });
  });
  await third.promise;
  const letGo = (): Promise<EndedSender> => {
    answer.resolve();
    return ended;
  };
  return {
    workspace,
    environment,
    sink,
    child,
    ended,
    finishing,
    letGo,
    interrupt: async (signal) => {
      child.kill(signal);
      await finishing;
      return await letGo();
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      answer.resolve();
      await sink[Symbol.asyncDispose]();
      workspace[Symbol.dispose]();
    },
  };
}

/** Each of the twelve has one message, and nobody has two. */
export function everybodyOnce({ messages }: SmtpSink): void {
  expect(new Set(messages.map(({ to }) => to)).size).toBe(12);
  expect(messages).toHaveLength(12);
}

export function resultOf({ output }: Run): Record<string, unknown> {
  return JSON.parse(output);
}
