/**
 * How long `penny subscribers import` takes for a million people, and how much memory, beside csv-parse that does nothing
 * but read the same file; whole processes, alternating. Once as Mailchimp exports them, in 23 columns, and once as a list of
 * eight. A list ten times shorter shows whether memory is flat.
 * Run: npm run bench:import, or a smaller one with npm run bench:import -- --rows 100000 --rounds 1
 */
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './median.ts';
import { builtPenny, timeProcess } from './time-process.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '3' } },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];

const folder = mkdtempSync(join(tmpdir(), 'penny-bench-'));
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, 'newsletter.yaml'),
  'name: penny\nurl: https://penny.example\nsender: { name: penny, address: hello@penny.example }\n',
);
mkdirSync(join(folder, 'issues'));

interface Shape {
  readonly name: string;
  readonly header: string;
  readonly line: (row: number) => string;
}

const dayOf = (row: number): string => `2024-01-${String(1 + (row % 28)).padStart(2, '0')}`;
/** Each another one, in no order. */
const addressOf = (row: number): string => `reader.${(row * 7_919) % 1_000_003}@mail${row % 50}.example.com`;

const shapes: readonly Shape[] = [
  {
    name: 'an export of Mailchimp',
    header:
      'Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
    line: (row) =>
      `${addressOf(row)},Jürgen ${row % 997},Müßig,,,,2,"${dayOf(row)} 09:58:02",192.0.2.7,"${dayOf(row)} 10:00:00",192.0.2.7,51.8969,-8.4863,0,1,Europe/Dublin,IE,M,"${dayOf(row)} 10:00:00",${100_000_000 + row},a1b2c3d4e5,,"""hiring"",""cork"""`,
  },
  {
    name: 'a list of eight columns',
    header: 'email,first name,last name,company,position,city,tags,consented at',
    line: (row) =>
      `${addressOf(row)},Jürgen ${row % 997},Müßig,"Example ${row % 4_999}, Inc.",Head of Talent,Köln,"hiring, cork",${dayOf(row)}`,
  },
];

for (const shape of shapes) await compare(shape);

async function compare(shape: Shape): Promise<void> {
  await writeList('long.csv', shape, rows);
  await writeList('short.csv', shape, rows / 10);
  const runs = Array.from({ length: rounds }, () => ({
    alone: measure([resolve('tests/bench/csv-parse-alone.ts'), 'long.csv']),
    long: measureImport('long.csv'),
    short: measureImport('short.csv'),
  }));
  const [alone, long, short] = [
    runs.map((run) => run.alone),
    runs.map((run) => run.long),
    runs.map((run) => run.short),
  ];
  process.stdout.write(`${shape.name}, median of ${rounds}\n`);
  tell(`csv-parse alone, ${rows} rows`, alone);
  tell(`penny subscribers import, ${rows} rows`, long);
  tell(`penny subscribers import, ${rows / 10} rows`, short);
  judge('import / csv-parse', time(long) / time(alone), 3);
  judge('memory of the long list / of the short one', memory(long) / memory(short), 2);
}

async function writeList(name: string, { header, line }: Shape, count: number): Promise<void> {
  const file = createWriteStream(join(folder, name));
  let text = `${header}\n`;
  for (let row = 0; row < count; row += 1) {
    text += `${line(row)}\n`;
    if (text.length < 65_536) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}

interface Measured {
  readonly milliseconds: number;
  /** At most, in MiB. */
  readonly memory: number;
}

function measureImport(name: string): Measured {
  rmSync(join(folder, '.penny'), { recursive: true, force: true });
  return measure([builtPenny, 'subscribers', 'import', name]);
}

/** The process writes down how much memory it had at most. */
function measure(words: readonly string[]): Measured {
  const milliseconds = timeProcess(['--import', resolve('tests/bench/note-memory.ts'), ...words], folder);
  return { milliseconds, memory: Number(readFileSync(join(folder, 'memory'), 'utf8')) };
}

function tell(name: string, measured: readonly Measured[]): void {
  const seconds = (time(measured) / 1_000).toFixed(2);
  process.stdout.write(`  ${name}: ${seconds} s, ${memory(measured).toFixed(0)} MiB at most\n`);
}

function judge(name: string, ratio: number, goal: number): void {
  process.stdout.write(`  ${name}: ratio ${ratio.toFixed(2)} (goal: at most ${goal})\n`);
  if (ratio > goal) process.exitCode = 1;
}

function time(measured: readonly Measured[]): number {
  return median(measured.map(({ milliseconds }) => milliseconds));
}

function memory(measured: readonly Measured[]): number {
  return median(measured.map((each) => each.memory));
}
