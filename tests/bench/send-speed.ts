/**
 * How many messages of 20 KB a second go out with the full durable ledger, over nodemailer's pool loop without one, on
 * the same sink, alternating. Run: npm run bench:send, and npm run bench:send -- --dkim for signed ones.
 */
import { generateKeyPairSync } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createSigner } from '../../src/delivery/signing/sign-message.ts';
import { readSigningKey } from '../../src/delivery/signing/signing-key.ts';
import { timeMailing } from './measured-mailing.ts';
import { median } from './median.ts';
import { timeNodemailer } from './nodemailer-loop.ts';
import { startSink } from './start-sink.ts';

const { values } = parseArgs({ options: { dkim: { type: 'boolean', default: false } } });
const rounds = 5;
const people = values.dkim ? 2_000 : 5_000;
const connections = 20;
const goal = 2;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = readSigningKey(pem, { domain: 'penny.example', selector: 'penny' });
if ('problem' in key) throw new Error(key.problem);
const signer = values.dkim ? createSigner(key) : undefined;
const dkim = { domainName: 'penny.example', keySelector: 'penny', privateKey: pem };

await using sink = await startSink();
const { port } = sink;
const ours = { port, people, connections, signer };
const theirs = { port, people, connections, ...(values.dkim ? { dkim } : {}) };
// What both load and compile is at hand in the rounds that count.
await timeMailing({ ...ours, people: 500 });
await timeNodemailer({ ...theirs, people: 500 });

const times: [number, number][] = [];
for (let round = 0; round < rounds; round += 1) {
  times.push([await timeMailing(ours), await timeNodemailer(theirs)]);
}
const perSecond = (index: 0 | 1): number => people / (median(times.map((round) => round[index])) / 1000);
const ratio = median(times.map(([mine, pool]) => pool / mine));
process.stdout.write(
  [
    `${people} messages, ${connections} connections${values.dkim ? ', RSA-2048 DKIM' : ''}, ${rounds} rounds`,
    `penny with its ledger: ${perSecond(0).toFixed(0)} messages/s`,
    `nodemailer's pool loop: ${perSecond(1).toFixed(0)} messages/s`,
    `ratio ${ratio.toFixed(2)} (goal: at least ${goal})`,
    '',
  ].join('\n'),
);
if (ratio < goal) process.exitCode = 1;
