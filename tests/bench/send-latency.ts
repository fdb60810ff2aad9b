/**
 * How near sending comes to what the network allows when every reply takes 50 ms: connections ÷ (round trips × delay)
 * messages a second, with four round trips a message (MAIL, RCPT, DATA, the final dot). Run: npm run bench:latency
 */
import { timeMailing } from './measured-mailing.ts';
import { startSink } from './start-sink.ts';

const delay = 50;
const roundTrips = 4;
const connections = 20;
const people = 2_000;
const goal = 0.9;

await using sink = await startSink(delay);
await timeMailing({ port: sink.port, people: 100, connections });
const milliseconds = await timeMailing({ port: sink.port, people, connections });
const measured = people / (milliseconds / 1000);
const possible = connections / ((roundTrips * delay) / 1000);
const ratio = measured / possible;
process.stdout.write(
  [
    `${people} messages, ${connections} connections, every reply after ${delay} ms`,
    `penny: ${measured.toFixed(1)} messages/s`,
    `connections ÷ (round trips × delay): ${possible.toFixed(1)} messages/s`,
    `ratio ${ratio.toFixed(2)} (goal: at least ${goal})`,
    '',
  ].join('\n'),
);
if (ratio < goal) process.exitCode = 1;
