import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callPenny } from '../call-penny.ts';
import {
  contentOf,
  dayAfterAll,
  type Files,
  firstDay,
  issue,
  issueArchive,
  paint,
  role,
  unpack,
  writeInto,
} from './issue-archive.ts';

/** A workspace as its author has it, and the day on which it is built. */
interface State {
  readonly files: Files;
  readonly day: string;
}

type Change = (state: State) => State | Promise<State>;

const first = 'issues/001-offers.md';
const second = 'issues/002-notice.md';
const third = 'issues/003-references.md';
const fourth = 'issues/005-silence.md';
const list = '.private/never-name.yaml';

const changes: readonly (readonly [what: string, change: Change])[] = [
  ['nothing', (state) => state],
  ['a line of one issue', edit(second, '- 15 years', '- 16 years')],
  ['a line of an essay', edit(fourth, 'say why', 'say what for')],
  ['a title', edit(second, 'title: notice', 'title: notice periods')],
  ['a subtitle', edit(third, 'more on', 'less on')],
  ['a slug', edit(third, 'number: 3', 'number: 3\nslug: calls')],
  ['a date', edit(fourth, '2026-03-18', '2026-03-19')],
  ['a number', edit(fourth, 'number: 5', 'number: 6')],
  ['a number that another has', edit(fourth, 'number: 5', 'number: 3')],
  ['the order of two issues', swapNumbers],
  ['tags', edit(fourth, 'tags: [hiring]', 'tags: [silence, hiring]')],
  ['a language', edit(first, 'number: 1', 'number: 1\nlang: de')],
  ['an issue that becomes a draft', edit(fourth, 'number: 5', 'number: 5\ndraft: true')],
  ['an issue that comes', add('issues/006-new.md', issue(6, 'new', '2026-03-20', [role('vp of sales')]))],
  [
    'an issue that comes between',
    add('issues/004-between.md', issue(4, 'between', '2026-03-17', [role('cro')])),
  ],
  ['an issue that goes', drop(second)],
  ['the newest issue that goes', drop(fourth)],
  ['a file that is renamed', rename(second, 'issues/002-notice-periods.md')],
  ['a template', add('templates/web/not-found.hbs', '<h1>gone</h1>\n')],
  ['a template that goes', drop('templates/web/not-found.hbs')],
  ['a template of roles', add('templates/web/entry.hbs', '<li><a href="{{href}}">{{title}}</a></li>\n')],
  ['a template that fails', add('templates/web/entry.hbs', '{{#if}}\n')],
  ['the newsletter’s name', edit('newsletter.yaml', 'name: penny\n', 'name: pence\n')],
  ['a label', append('newsletter.yaml', 'labels: { openRole: a job }\n')],
  ['a colour', edit('newsletter.yaml', 'theme: {', 'theme: { accent: "#0b5a42",')],
  ['the weight of a rule', append('newsletter.yaml', 'rules: { role/closed-elsewhere: error }\n')],
  ['a rule that is off', append('newsletter.yaml', 'rules: { link/generic-text: off }\n')],
  ['the day, so that a role and a consent end', (state) => ({ ...state, day: dayAfterAll })],
  ['a list with one name more, which nothing shows', append(list, '- term: xylophonica\n')],
  ['a list with one name more, which an issue shows', append(list, '- term: references\n')],
  ['a list that allows the place no more', edit(list, ':28', ':27')],
  ['the place of a name that is allowed there', edit(fourth, 'say why', 'say what\n\nsay why')],
  ['the words about a name that is allowed', edit(fourth, 'about the acme', 'of this acme')],
  ['the words that allow a name in a template', edit(fourth, ' about the acme account', '')],
  ['no list', drop(list)],
  ['a picture', async (state) => put(state, 'issues/assets/offers.png', await paint('#0b5a42', 640, 320))],
  [
    'a picture’s size',
    async (state) => put(state, 'issues/assets/offers.png', await paint('#1652a8', 320, 200)),
  ],
  ['a picture that is none', add('issues/assets/offers.png', 'no picture')],
  ['a picture that goes', drop('issues/assets/offers.png')],
  ['the logo', async (state) => put(state, 'logo.png', await paint('#0b5a42', 90, 40))],
  [
    'a role that closes in a newer issue',
    edit(third, 'title: head of revenue', 'title: head of revenue\nstatus: filled'),
  ],
  [
    'a role that closes in an older issue',
    edit(first, 'title: vp of sales', 'title: vp of sales\nstatus: filled'),
  ],
  ['a role’s first day', edit(first, 'title: vp of sales', 'title: vp of sales\nposted: 2026-02-02')],
  [
    'a role’s title in an older issue',
    edit(first, 'title: vp of sales', 'title: head of sales\nid: vp-of-sales'),
  ],
  ['where to apply in an older issue', edit(first, 'apply: https://jobs.', 'apply: https://careers.')],
  ['a role’s body in a newer issue', edit(third, '- in head of revenue', '- in berlin')],
  ['an ignore that goes', edit(third, /ignore:\n.*\n/, '')],
  [
    'an ignore that finds nothing',
    edit(fourth, 'number: 5', 'number: 5\nignore:\n  - { rule: text/todo, why: later }'),
  ],
  [
    'an ignore of what another issue says',
    edit(fourth, 'number: 5', 'number: 5\nignore:\n  - { rule: role/closed-elsewhere, why: open again }'),
  ],
  ['an error', edit(second, 'apply: https', 'apply: ftp')],
  ['a file that is no text', add(third, '\u0000')],
];

/** What looks the same afterwards, although a build looks at everything again. */
const withoutEffect = ['nothing', 'a list with one name more, which nothing shows', 'no list'];

/** What came of a clean build after each change: the same for every test. */
const cleanBuilds = new Map<string, object>();

let folders: string[] = [];
let start: State;
beforeEach(async () => {
  start = { files: await issueArchive(), day: firstDay };
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

describe('a build is to the byte, and to the word, what a clean one is', () => {
  it.each(changes)('after a change: %s', async (what, change) => {
    const next = await change(start);
    const folder = open(start);
    const before = await build(folder, start.day);
    expect(before).toMatchObject({ code: 0, error: expect.stringContaining('role/closed-elsewhere') });
    replace(folder, start, next);
    const clean = await build(open(next), next.day);
    cleanBuilds.set(what, clean);
    expect(await build(folder, next.day)).toEqual(clean);
    // A change that nobody could see would hold nothing.
    if (withoutEffect.includes(what)) expect(clean).toEqual(before);
    else expect(clean).not.toEqual(before);
  });

  it('after all of them in a row', async () => {
    const folder = open(start);
    let state = start;
    for (const [what, change] of changes) {
      const next = await change(start);
      replace(folder, state, next);
      state = next;
      const clean = cleanBuilds.get(what) ?? (await build(open(next), next.day));
      expect(await build(folder, next.day), what).toEqual(clean);
    }
  }, 120_000);
});

/** What a person has of a build: how it ended, what was said, and the site where there is one. */
async function build(folder: string, day: string): Promise<object> {
  const { code, output, error } = await callPenny(['build', '--now', day], { folder });
  const said = output.replace(/\d+ written, \d+ unchanged, \d+ removed/, '');
  return { code, said, error, ...(code === 0 ? { site: contentOf(join(folder, 'public')) } : {}) };
}

function open({ files }: State): string {
  const folder = unpack(files);
  folders.push(folder);
  return folder;
}

function replace(folder: string, { files }: State, next: State): void {
  for (const path of Object.keys(files)) if (!(path in next.files)) rmSync(join(folder, path));
  for (const [path, content] of Object.entries(next.files))
    if (files[path] !== content) writeInto(folder, path, content);
}

function put(state: State, path: string, content: string | Uint8Array): State {
  return { ...state, files: { ...state.files, [path]: content } };
}

function add(path: string, content: string): Change {
  return (state) => put(state, path, content);
}

function append(path: string, line: string): Change {
  return (state) => put(state, path, `${textOf(state, path)}${line}`);
}

/** @throws Error when the file would stay as it is: such a change tests nothing. */
function edit(path: string, from: string | RegExp, to: string): Change {
  return (state) => {
    const before = textOf(state, path);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} does not hold ${from}`);
    return put(state, path, after);
  };
}

function drop(path: string): (state: State) => State {
  return (state) => {
    const { [path]: _, ...files } = state.files;
    return { ...state, files };
  };
}

function rename(from: string, to: string): Change {
  return (state) => drop(from)(put(state, to, textOf(state, from)));
}

function swapNumbers(state: State): State {
  const swapped = put(state, third, textOf(state, third).replace('number: 3', 'number: 5'));
  return put(swapped, fourth, textOf(state, fourth).replace('number: 5', 'number: 3'));
}

function textOf({ files }: State, path: string): string {
  const content = files[path];
  if (typeof content !== 'string') throw new Error(`${path} is no text`);
  return content;
}
