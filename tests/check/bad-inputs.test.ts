import { expect, it } from 'vitest';
import { checkSample, parseFiles } from './parse-sample.ts';

const head = '---\ntitle: a\nnumber: 12\ndate: 2026-11-24\nsubtitle: b\n---\n';
const apply = 'apply: mailto:hello@penny.example\n';

function role(fields: string, body = '- series a'): string {
  return `${head}---open role\ntitle: vp of sales\n${fields}---\n\n${body}\n`;
}

function candidate(fields: string, body: string): string {
  return `${head}---active candidate\ntitle: vp of sales\n${fields}---\n\n${body}\n`;
}

type Found = readonly [place: string, severity: string, rule: string, hint: string];

/** What recruiters get wrong, and all that they are told about it. */
const badInputs: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  finds: readonly Found[],
])[] = [
  [
    'a day that does not exist',
    {
      'issues/012-a.md': `---\ntitle: a\nnumber: 12\ndate: 2026-02-30\nsubtitle: b\n---\n---open role\ntitle: x\n${apply}---\n\n- a\n`,
    },
    [['issues/012-a.md:4:7', 'error', 'issue/date', 'did you mean 2026-02-28?']],
  ],
  [
    'a date that can be two days',
    {
      'issues/012-a.md': `---\ntitle: a\nnumber: 12\ndate: 03/04/2026\nsubtitle: b\n---\n---open role\ntitle: x\n${apply}---\n\n- a\n`,
    },
    [['issues/012-a.md:4:7', 'error', 'issue/date', 'write 2026-04-03 or 2026-03-04']],
  ],
  [
    'an open role without apply',
    { 'issues/012-a.md': role('') },
    [
      [
        'issues/012-a.md:7:1',
        'error',
        'role/apply-missing',
        'add apply: https://… or apply: mailto:…, or status: filled',
      ],
    ],
  ],
  [
    'a link without https',
    { 'issues/012-a.md': role('apply: jobs.lever.co/acme/1\n') },
    [['issues/012-a.md:9:8', 'error', 'role/apply-url', 'did you mean https://jobs.lever.co/acme/1?']],
  ],
  [
    'an address where a link belongs',
    { 'issues/012-a.md': role('apply: jane@acme.example\n') },
    [
      [
        'issues/012-a.md:9:8',
        'error',
        'role/apply-email',
        'write mailto:jane@acme.example, or the https:// link of the application page',
      ],
    ],
  ],
  [
    'a link that names a confidential client',
    { 'issues/012-a.md': role('apply: https://jobs.lever.co/initech/1\n') },
    [
      [
        'issues/012-a.md:9:30',
        'error',
        'never-name/link',
        'use mailto: with your own address, or name the company: if the client agreed and take it off the list',
      ],
      [
        'issues/012-a.md:9:30',
        'warning',
        'role/apply-shows-client',
        'write a mailto: address of yours, or add company: if the client agreed',
      ],
    ],
  ],
  [
    'a placeholder for a link',
    { 'issues/012-a.md': role('apply: https://example.com\n') },
    [['issues/012-a.md:9:8', 'error', 'link/placeholder', 'paste the real link before sending']],
  ],
  [
    'a link to nowhere',
    { 'issues/012-a.md': role('apply: "#"\n') },
    [['issues/012-a.md:9:8', 'error', 'role/apply-url', 'write https://… or mailto:…']],
  ],
  [
    'a word for later instead of a link',
    { 'issues/012-a.md': role('apply: TODO\n') },
    [['issues/012-a.md:9:8', 'error', 'role/apply-url', 'write https://… or mailto:…']],
  ],
  [
    'an employer who must not be named',
    { 'issues/012-a.md': candidate('', '- 15 years in sales\n- 5 years at initech') },
    [
      [
        'issues/012-a.md:12:14',
        'error',
        'never-name/text',
        'say what kind of company or person: “a fintech you know of”; or allow this place in the list',
      ],
    ],
  ],
  [
    'a link to a profile',
    { 'issues/012-a.md': candidate('', '- linkedin.com/in/jane') },
    [['issues/012-a.md:11:3', 'error', 'candidate/profile-url', 'delete it; people reach them through you']],
  ],
  [
    'a telephone number in a blind profile',
    { 'issues/012-a.md': candidate('', '- call +1 415 555 0100') },
    [['issues/012-a.md:11:8', 'error', 'candidate/contact-data', 'delete it; people reach them through you']],
  ],
  [
    'an address in a blind profile',
    { 'issues/012-a.md': candidate('', '- write jane@example.org') },
    [['issues/012-a.md:11:9', 'error', 'candidate/contact-data', 'delete it; people reach them through you']],
  ],
  [
    'the year of a class',
    { 'issues/012-a.md': candidate('', '- class of 2011') },
    [
      [
        'issues/012-a.md:11:3',
        'warning',
        'candidate/exact-date',
        'say it roughly, such as “15+ years” or “about 5 years”',
      ],
    ],
  ],
  [
    'the month of a start',
    { 'issues/012-a.md': candidate('', '- in sales since march 2019') },
    [
      [
        'issues/012-a.md:11:12',
        'warning',
        'candidate/exact-date',
        'say it roughly, such as “15+ years” or “about 5 years”',
      ],
    ],
  ],
  [
    'a photo of a candidate',
    { 'issues/012-a.md': candidate('', '![me](assets/c1.jpg)') },
    [['issues/012-a.md:11:1', 'warning', 'candidate/image', 'delete it, and say in words what it shows']],
  ],
  [
    'a photo with the name in its file',
    { 'issues/012-a.md': candidate('', '![me](assets/jane-doe.png)') },
    [
      ['issues/012-a.md:11:1', 'warning', 'candidate/image', 'delete it, and say in words what it shows'],
      ['issues/012-a.md:11:14', 'error', 'never-name/file', 'rename the file'],
    ],
  ],
  [
    'a consent that has ended',
    {
      'issues/012-a.md': candidate(
        'consent:\n  on: 2026-01-01\n  until: 2026-10-31\n  scope: [email]\n',
        '- 15 years in sales',
      ),
    },
    [
      [
        'issues/012-a.md:11:10',
        'error',
        'consent/ended',
        'ask again and write the new days into on: and until:, or take the candidate out',
      ],
    ],
  ],
  [
    'pay with its ends swapped',
    { 'issues/012-a.md': role(`${apply}pay: {min: 240000, max: 180000, currency: USD, per: year}\n`) },
    [['issues/012-a.md:10:6', 'error', 'role/pay-order', 'swap them?']],
  ],
  [
    'pay in thousands',
    { 'issues/012-a.md': role(`${apply}pay: {min: 180, max: 220, currency: USD, per: year}\n`) },
    [['issues/012-a.md:10:12', 'warning', 'pay/scale', 'for 180k write 180000, or per: hour']],
  ],
  [
    'pay with one end',
    { 'issues/012-a.md': role(`${apply}pay: 200k+\n`) },
    [
      [
        'issues/012-a.md:10:6',
        'warning',
        'pay/open-ended',
        'write pay: {min: 200000, max: …, currency: …, per: year}; not legal advice, table of 2026-11',
      ],
    ],
  ],
  [
    'no pay where the law asks for it',
    { 'issues/012-a.md': role(`${apply}location: {city: San Francisco, region: CA, country: US}\n`) },
    [
      [
        'issues/012-a.md:10:11',
        'warning',
        'pay/jurisdiction',
        'add pay: {min: …, max: …, currency: USD, per: year}, or ignore it with a why; not legal advice, table of 2026-11',
      ],
    ],
  ],
  [
    'a range that the law finds too wide',
    {
      'issues/012-a.md': role(
        apply +
          'location: {city: Toronto, region: ON, country: CA}\npay: {min: 120000, max: 190000, currency: CAD, per: year}\n',
      ),
    },
    [
      [
        'issues/012-a.md:11:6',
        'warning',
        'pay/spread',
        'narrow it, or ignore it with a why; not legal advice, table of 2026-11',
      ],
    ],
  ],
  [
    'a sign instead of a currency code',
    { 'issues/012-a.md': role(`${apply}pay: {min: 100000, max: 120000, currency: US$, per: year}\n`) },
    [['issues/012-a.md:10:43', 'error', 'role/currency', 'did you mean USD?']],
  ],
  [
    'a number twice',
    { 'issues/012-a.md': role(apply), 'issues/012-b.md': role(apply) },
    [['issues/012-b.md:3:9', 'error', 'issue/number-duplicate', 'the next free number is 13']],
  ],
  [
    'a misspelt key',
    { 'issues/012-a.md': role('aply: https://jobs.penny.example/vp\n') },
    [['issues/012-a.md:9:1', 'error', 'schema/unknown-key', 'did you mean apply?']],
  ],
  [
    'a misspelt block',
    { 'issues/012-a.md': role(apply).replace('open role', 'open rolle') },
    [['issues/012-a.md:7:1', 'error', 'block/unknown', 'did you mean ---open role?']],
  ],
  [
    'dashes on both sides of a block’s name',
    { 'issues/012-a.md': role(apply).replace('---open role', '--- Open Role ---') },
    [['issues/012-a.md:7:1', 'error', 'block/unknown', 'did you mean ---open role?']],
  ],
  [
    'contact data in a block whose name is misspelt',
    { 'issues/012-a.md': candidate('', '- call 020 7946 0958').replace('candidate', 'candidates') },
    [
      ['issues/012-a.md:7:1', 'error', 'block/unknown', 'did you mean ---active candidate?'],
      ['issues/012-a.md:11:8', 'error', 'candidate/contact-data', 'delete it; people reach them through you'],
    ],
  ],
  [
    'a field written as the entry of a list',
    { 'issues/012-a.md': role('- apply: https://jobs.penny.example/vp\n') },
    [['issues/012-a.md:9:1', 'error', 'schema/slip', 'write apply: https://jobs.penny.example/vp']],
  ],
  [
    'a title with a colon',
    { 'issues/012-a.md': role(apply).replace('title: a', 'title: Notice Periods: a love story') },
    [['issues/012-a.md:2:8', 'error', 'schema/slip', 'write title: "Notice Periods: a love story"']],
  ],
  [
    'three texts that YAML does not read as such, and a fault below them',
    {
      'issues/012-a.md': candidate(
        'location: @ home # for now\navailable: soon: may\nconsent: {on: 2026-02-30, scope: [email]}\n',
        '- a',
      ).replace('subtitle: b', 'subtitle: "a": `b`'),
    },
    [
      ['issues/012-a.md:5:11', 'error', 'schema/slip', 'write subtitle: "\\"a\\": `b`"'],
      ['issues/012-a.md:9:11', 'error', 'schema/slip', 'write location: "@ home"'],
      ['issues/012-a.md:10:12', 'error', 'schema/slip', 'write available: "soon: may"'],
      ['issues/012-a.md:11:15', 'error', 'issue/date', 'did you mean 2026-02-28?'],
    ],
  ],
  [
    'a misspelt subtitle, and a title in capitals',
    {
      'issues/012-a.md': role(apply).replace('subtitle', 'subtitel').replace('title: a', 'TITLE: a'),
    },
    [
      ['issues/012-a.md:2:1', 'error', 'schema/unknown-key', 'did you mean title?'],
      ['issues/012-a.md:5:1', 'error', 'schema/unknown-key', 'did you mean subtitle?'],
    ],
  ],
  [
    'a role that was filled before',
    {
      'issues/011-a.md': role(`${apply}status: filled\n`).replace('number: 12', 'number: 11'),
      'issues/012-a.md': role(apply),
    },
    [
      ['issues/012-a.md:1:1', 'error', 'issue/slug-duplicate', 'write another one, such as slug: a-2'],
      [
        'issues/012-a.md:7:1',
        'warning',
        'role/closed-elsewhere',
        'close it here too, give another role an id: of its own, or say in ignore: that it is open again',
      ],
    ],
  ],
  [
    'broken quotes',
    { 'issues/012-a.md': candidate('', '- wants a â€œbeen thereâ€') },
    [['issues/012-a.md:11:11', 'error', 'text/encoding', 'open the original as UTF-8 and paste it anew']],
  ],
  [
    'words that exclude people by age',
    { 'issues/012-a.md': role(apply, '- young, recent graduate') },
    [
      ['issues/012-a.md:12:3', 'warning', 'language/age', 'leave it out'],
      ['issues/012-a.md:12:10', 'warning', 'language/age', 'write “early career”'],
    ],
  ],
];

it.each(badInputs)('scoreboard 89: tells the place and the way out of %s', (_, files, finds) => {
  const { findings } = checkSample(parseFiles(files));
  expect(
    findings.map(({ file, line, column, severity, rule, hint }) => [
      `${file}:${line}:${column}`,
      severity,
      rule,
      hint,
    ]),
  ).toEqual(finds);
});
