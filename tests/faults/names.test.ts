import dns from 'node:dns';
import { afterEach, expect, it } from 'vitest';
import { tryToConnect } from './try-once.ts';

const asked = [
  [dns, 'lookup'],
  [dns.Resolver.prototype, 'resolve4'],
  [dns.Resolver.prototype, 'resolve6'],
] as const;
const usual = asked.map(([holder, name]): unknown => Reflect.get(holder, name));
afterEach(() => {
  for (const [index, [holder, name]] of asked.entries()) Reflect.set(holder, name, usual[index]);
});

/** Every way of asking for a name ends like this. */
function answerNames(code: string): void {
  const failure = Object.assign(new Error(`getaddrinfo ${code} smtp.penny.example`), { code });
  const fail = (...given: readonly unknown[]): void => {
    const done = given.at(-1);
    if (typeof done === 'function') setImmediate(() => done(failure));
  };
  for (const [holder, name] of asked) Reflect.set(holder, name, fail);
}

it('scoreboard 29: no server of that name → pause that says so, before anybody is claimed', async () => {
  answerNames('ENOTFOUND');
  const { reply, pause } = await tryToConnect(587, { host: 'smtp.penny.example', loopback: false });
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'connect' });
  expect(pause).toContain('there is no mail server of that name: getaddrinfo ENOTFOUND smtp.penny.example');
});

it('a name server that gives no answer → to be tried again', async () => {
  answerNames('EAI_AGAIN');
  const { reply, pause } = await tryToConnect(587, { host: 'mail.penny.example', loopback: false });
  expect(reply).toMatchObject({
    kind: 'noReply',
    stage: 'connect',
    text: expect.stringContaining('EAI_AGAIN'),
  });
  expect(pause).toBeUndefined();
});
