import { describe, expect, it } from 'vitest';
import { mailConfirmations } from '../../../src/cli/serving/mail-confirmations.ts';
import type { MailerReply } from '../../../src/delivery/mailer.ts';
import { createScriptedMailer, type Script, type ScriptedMailer } from '../../fakes/scripted-mailer.ts';
import { createDeskBench, type DeskBench, start } from '../../web/desk-bench.ts';

const ann = 'ann@example.com';
const minute = 60_000;

function reply(code: number, stage: 'mail' | 'rcpt' | 'dot' = 'rcpt', enhanced?: string): MailerReply {
  const said = { kind: 'reply', stage, code, text: `<${ann}>: as the server says` } as const;
  return enhanced === undefined ? said : { ...said, enhanced };
}

async function askedBench(): Promise<DeskBench> {
  const bench = createDeskBench();
  await bench.post('/subscribe', { email: ann });
  return bench;
}

interface Round {
  readonly mailer: ScriptedMailer;
  readonly now?: number;
  readonly stop?: AbortSignal;
}

/** Sends what is due. Answers what was logged. */
async function mail(
  { signUps }: DeskBench,
  { mailer, now = start, stop = AbortSignal.any([]) }: Round,
): Promise<readonly string[]> {
  const log: string[] = [];
  const parts = {
    signUps,
    mailer,
    clock: { now: () => now, sleep: async () => {} },
    url: 'https://penny.example',
    retry: [minute, 5 * minute],
    log: (line: string) => log.push(line),
    compose: async (to: string, url: string) => ({
      messageId: '<1@penny.example>',
      envelope: { from: 'hello@penny.example', to },
      bytes: Buffer.from(url),
    }),
  };
  await mailConfirmations(parts, stop);
  return log;
}

const scripted = (script: Script): ScriptedMailer => createScriptedMailer(script);

describe('confirmations', () => {
  it('go to everybody once, over one connection', async () => {
    const bench = createDeskBench();
    for (const email of [ann, 'bob@example.com']) await bench.post('/subscribe', { email });
    const mailer = scripted({});
    await mail(bench, { mailer });
    await mail(bench, { mailer, now: start + 60 * minute });
    expect(mailer.dots).toEqual([ann, 'bob@example.com']);
    expect(mailer.connections()).toBe(1);
  });

  it('stop with the server: who has not been mailed is mailed by the next', async () => {
    const bench = createDeskBench();
    for (const email of [ann, 'bob@example.com', 'cyd@example.com'])
      await bench.post('/subscribe', { email });
    const stopped = new AbortController();
    const signUps: DeskBench['signUps'] = {
      ...bench.signUps,
      markMailed: (id) => {
        stopped.abort();
        return bench.signUps.markMailed(id);
      },
    };
    const first = scripted({});
    await mail({ ...bench, signUps }, { mailer: first, stop: stopped.signal });
    expect(first.dots).toEqual([ann]);
    const second = scripted({});
    await mail(bench, { mailer: second });
    expect(second.dots).toEqual(['bob@example.com', 'cyd@example.com']);
  });

  it('wait for a server that is away, by the schedule, and not for ever', async () => {
    const bench = await askedBench();
    const away = createScriptedMailer(
      {},
      { refusal: { kind: 'noReply', stage: 'connect', text: 'ECONNREFUSED' } },
    );
    expect(await mail(bench, { mailer: away })).toEqual(['a confirmation waits: ECONNREFUSED']);
    expect(await mail(bench, { mailer: away, now: start + minute - 1 })).toEqual([]);
    expect(await mail(bench, { mailer: away, now: start + minute })).toHaveLength(1);
    const back = scripted({});
    await mail(bench, { mailer: back, now: start + 6 * minute });
    expect(back.dots).toEqual([ann]);

    const gone = await askedBench();
    for (const after of [0, 1, 6, 60]) await mail(gone, { mailer: away, now: start + after * minute });
    await mail(gone, { mailer: back, now: start + 600 * minute });
    expect(back.dots).toEqual([ann]);
  });

  it.each([
    ['refused for now', reply(450), 1],
    ['refused for now after the message', reply(451, 'dot'), 1],
    ['refused because there is no such address', reply(550, 'rcpt', '5.1.1'), 0],
    ['refused because of who sends', reply(550, 'mail', '5.7.1'), 1],
    ['lost before the message was complete', { kind: 'noReply', stage: 'data', text: 'reset' } as const, 1],
  ])('that are %s are tried again when that can help', async (_, answer, times) => {
    const bench = await askedBench();
    const mailer = scripted({ [ann]: [answer] });
    const log = await mail(bench, { mailer });
    expect(log.join()).not.toContain(ann);
    const before = mailer.dots.length;
    await mail(bench, { mailer, now: start + minute });
    expect(mailer.dots.length - before).toBe(times);
  });

  it('that may have arrived are not sent again', async () => {
    const bench = await askedBench();
    const mailer = scripted({ [ann]: ['lostAfterDot'] });
    await mail(bench, { mailer });
    await mail(bench, { mailer, now: start + 60 * minute });
    expect(mailer.dots).toEqual([ann]);
  });
});
