import { describe, expect, it } from 'vitest';
import { type PlainText, readPlainText } from '../../../src/draft/plain-text/read-plain-text.ts';
import { writeIssue } from '../../../src/draft/write-issue.ts';

const usual = {
  name: 'penny',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  essayTitle: 'penny for my thoughts',
};

function read(...lines: readonly string[]): PlainText {
  return readPlainText(lines.join('\n'), usual);
}

/** The blocks as `open role: vp`. */
function outline({ draft }: PlainText): readonly string[] {
  return draft.blocks.map(({ name, fields }) => `${name}: ${fields['title'] ?? ''}`);
}

/** What the report says of a line. */
function said({ guessed, dropped }: PlainText, line: number): string {
  return [...guessed, ...dropped]
    .filter((remark) => remark.line === line)
    .map(({ what }) => what)
    .join('; ');
}

describe('headings over several blocks', () => {
  const letter = [
    'Subject: counter offers',
    'OPEN ROLES',
    '',
    'Head of CS',
    '- Series B',
    '- apply here',
    '',
    'Senior AE',
    '- Series C',
    '',
    'ACTIVE CANDIDATES',
    'RevOps leader',
    '- 10 years',
    'PENNY FOR MY THOUGHTS',
    'some text',
  ];

  it('part the text at each title below them, and say so', () => {
    const text = read(...letter);
    expect(text.draft).toMatchObject({ title: 'counter offers', introduction: [] });
    expect(text.draft.subtitle).toBeUndefined();
    expect(outline(text)).toEqual([
      'open role: Head of CS',
      'open role: Senior AE',
      'active candidate: RevOps leader',
      'penny for my thoughts: PENNY FOR MY THOUGHTS',
    ]);
    expect(said(text, 4)).toBe('the title of the open role');
    expect(said(text, 8)).toBe('the title of another open role');
    expect([text.lines, text.kept, text.notFound]).toEqual([12, 12, []]);
  });

  it.each([
    'OPEN ROLES',
    'Open role',
    '## Open roles',
    '**open roles**',
    '🔥 open roles',
    '=== Open roles ===',
    'open roles (2)',
    'This week’s open roles',
  ])('are read however they are written: %s', (heading) => {
    const text = read('a', 'b', '', heading, '', '### Head of CS', '', '- c', '', '**Senior AE**', '- d');
    expect(outline(text)).toEqual(['open role: Head of CS', 'open role: Senior AE']);
  });

  it('part text with an empty line behind each line, where a call to action ends a block', () => {
    const lines = [
      'a',
      'OPEN ROLES',
      'Head of CS',
      'Series B',
      '500 people',
      'apply here',
      'Senior AE',
      'Series C',
    ];
    const text = read(...lines.flatMap((line) => [line, '']));
    expect(outline(text)).toEqual(['open role: Head of CS', 'open role: Senior AE']);
    expect(text.draft.blocks[0]?.body).toEqual([{ kind: 'list', items: ['Series B', '500 people'] }]);
  });

  it('part numbered titles over bullets', () => {
    const text = read('a', 'open roles:', '1. Head of CS', '- c', '2. Senior AE', '- d');
    expect(outline(text)).toEqual(['open role: Head of CS', 'open role: Senior AE']);
  });

  it('leave the parts of one advertisement together', () => {
    const text = read(
      'a',
      'OPEN ROLE',
      'Head of CS',
      '- c',
      '',
      'What you’ll do',
      '- d',
      '',
      'requirements:',
      '- e',
    );
    expect(outline(text)).toEqual(['open role: Head of CS']);
  });

  it('say so where several are announced and the text does not show where they part', () => {
    const text = read('a', 'OPEN ROLES', '- Head of CS', '- Senior AE');
    expect(outline(text)).toEqual(['open role: TODO']);
    expect(said(text, 2)).toContain('if there are several below it, part them yourself');
  });
});

describe('other names for a block', () => {
  it.each([
    ['role: x', 'open role'],
    ['Open position: x', 'open role'],
    ['second open role: x', 'open role'],
    ['another role: x', 'open role'],
    ['hiring: x', 'open role'],
    ['candidate: x', 'active candidate'],
    ['Available candidate: x', 'active candidate'],
    ['quietly looking: x', 'active candidate'],
    ['**On the market:** x', 'active candidate'],
  ])('are guessed where bullets follow: %s', (line, name) => {
    const text = read('a', '', 'open role: vp', '- b', '', line, '- c');
    expect(outline(text)).toEqual(['open role: vp', `${name}: x`]);
    expect(said(text, 6)).toBe(`the block ${name}`);
  });

  it('may be counted, and then stand in front of a dash, too', () => {
    const text = read(
      'a',
      'b',
      'Role 1 – Head of CS',
      '- c',
      'Candidate B - CFO',
      '- d',
      'Roles – of all kinds',
      '- e',
    );
    expect(outline(text)).toEqual(['open role: Head of CS', 'active candidate: CFO']);
  });

  it('are headings, too', () => {
    const text = read(
      'a',
      'why',
      '',
      '## Available candidates',
      '',
      'CFO',
      '- c',
      '',
      'HIRING',
      '',
      'AE',
      '- d',
    );
    expect(outline(text)).toEqual(['active candidate: CFO', 'open role: AE']);
    expect(text.draft.subtitle).toBe('why');
  });

  it('are guessed in a text without an empty line', () => {
    expect(outline(read('a', 'open role: vp', 'series a', 'candidate: cfo', '10 years'))).toEqual([
      'open role: vp',
      'active candidate: cfo',
    ]);
  });

  it('stay text within a block, and are reported', () => {
    const text = read('a', '', 'open role: vp', 'position: vp of sales', 'candidate: you', '', 'more');
    expect(outline(text)).toEqual(['open role: vp']);
    for (const [line, name] of [
      [4, 'open role'],
      [5, 'active candidate'],
    ] as const)
      expect(said(text, line)).toContain(
        `reads like the start of a block: if it is one, write ---${name} there`,
      );
  });

  it('are the author’s words in an essay, unless a call to action follows', () => {
    const essay = [
      'a',
      '',
      'penny for my thoughts',
      '',
      'candidates:',
      'you gotta earn it.',
      '',
      'role: x',
      'text',
    ];
    const text = read(...essay, '', 'Candidate: CFO', '- 10 years', 'want to chat with them? email me');
    expect(outline(text)).toEqual(['penny for my thoughts: ', 'active candidate: CFO']);
    expect(said(text, 5)).toBe('a heading');
    expect(said(text, 8)).toContain('reads like the start of a block');
  });

  it('are a title in the first line', () => {
    expect(read('Hiring', 'why', 'text').draft).toMatchObject({ title: 'Hiring', subtitle: 'why' });
  });
});

describe('the items of a list', () => {
  it('open blocks where no other block is above them', () => {
    const text = read('a', '- Open role: vp', '- b', '- **Active candidate: cfo**', '- c');
    expect(outline(text)).toEqual(['open role: vp', 'active candidate: cfo']);
    expect(text.draft.subtitle).toBeUndefined();
  });

  it('open blocks below a heading that announces them', () => {
    const text = read('a', 'open roles', '', '1. Open role: vp', '- b', '', '2. Open role: cto', '- c');
    expect(outline(text)).toEqual(['open role: vp', 'open role: cto']);
    expect(said(text, 2)).toBe('a heading over the blocks below it');
  });

  it('stay in the block above, and are reported', () => {
    const text = read('a', 'open role: vp', '- b', '- Active candidate 2: cfo');
    expect(outline(text)).toEqual(['open role: vp']);
    expect(said(text, 4)).toContain('write ---active candidate there');
  });
});

describe('numbered names of blocks', () => {
  const letter = [
    'Subject: my title',
    'From: penny',
    '1. Open role - vp of sales',
    '* series a',
    '3. Active candidate - cmo',
    '* 10 yrs',
    '4. Penny for my thoughts',
  ];

  it('open the essay, too, which has no title of its own', () => {
    const text = read(...letter, 'be kind', 'P.S. know a vp? https://jobs.example.com/vp');
    expect(outline(text)).toEqual([
      'open role: vp of sales',
      'active candidate: cmo',
      'penny for my thoughts: Penny for my thoughts',
    ]);
    expect(text.draft.blocks[1]?.body).toEqual([{ kind: 'list', items: ['10 yrs'] }]);
    expect(said(text, 7)).toBe('the block penny for my thoughts');
  });

  it('open it above a list of its own', () => {
    expect(outline(read(...letter, '1. be kind', '2. be on time'))).toHaveLength(3);
  });

  it('are a list of contents where nothing stands below them', () => {
    const text = read('a', 'b', '1. open role', '2. penny for my thoughts', 'open role: vp', '- c');
    expect(outline(text)).toEqual(['open role: vp']);
  });

  it('leave the subject above the header of a mail the title', () => {
    const text = read(...letter, 'be kind');
    expect(text.draft).toMatchObject({ title: 'my title', introduction: [] });
    expect(text.draft.subtitle).toBeUndefined();
    expect(text.dropped).toEqual([{ line: 2, text: 'From: penny', what: 'the header of a mail' }]);
  });
});

describe('a link that names its role', () => {
  const roles = ['a', 'open roles:', 'vp of sales', '- series a', '', 'CFO', '- series b', ''];
  const links = [
    'apply for vp of sales: https://jobs.example.com/vps',
    'Apply for the cfo role: https://jobs.example.com/cfo',
  ];

  it.each([
    ['together at the end', links],
    ['each behind an empty line', links.flatMap((link) => [link, ''])],
    ['in another order', links.toReversed()],
    ['behind a candidate', ['active candidate: cmo', '- 10 years', ...links]],
  ])('is that role’s, %s', (_, below) => {
    const text = read(...roles, ...below);
    const open = text.draft.blocks.filter(({ name }) => name === 'open role');
    expect(open.map(({ fields }) => fields)).toEqual([
      { title: 'vp of sales', apply: 'https://jobs.example.com/vps' },
      { title: 'CFO', apply: 'https://jobs.example.com/cfo' },
    ]);
    expect(text.kept).toBe(text.lines);
  });

  it('shows which line is a title where nothing else does', () => {
    const text = read(...roles.filter((line) => line !== ''), ...links);
    expect(outline(text)).toEqual(['open role: vp of sales', 'open role: CFO']);
    expect(text.draft.blocks[1]).toMatchObject({
      fields: { apply: 'https://jobs.example.com/cfo' },
      body: [{ kind: 'list', items: ['series b'] }],
    });
  });

  it('is nobody’s where no role, or more than one, has that title, and is reported', () => {
    const link = 'apply for cmo: https://jobs.example.com/cmo';
    for (const text of [
      read(...roles, link),
      read('a', 'open role: cmo', '- b', 'open role: cmo', '- c', 'open role: cfo', '- d', '', link),
    ]) {
      expect(text.draft.blocks.map(({ fields }) => fields['apply'])).not.toContain(
        'https://jobs.example.com/cmo',
      );
      expect(said(text, 9)).toContain('write it there as apply:');
    }
  });

  it('does not part the role from its title when it stands above it', () => {
    for (const link of [
      'https://jobs.example.com/vps',
      links[0] ?? '',
      'apply: https://jobs.example.com/vps',
    ]) {
      const text = read('a', 'open role:', link, 'vp of sales', '- series a');
      expect(text.draft.blocks).toMatchObject([
        {
          fields: { title: 'vp of sales', apply: 'https://jobs.example.com/vps' },
          body: [{ kind: 'list', items: ['series a'] }],
        },
      ]);
    }
  });
});

it('candidates in one line are not the role’s above, and their author hears that they are several', () => {
  const line = 'Candidates on the market: 1) VP Marketing 2) CFO 3) Head of People';
  const text = read('a', 'open role: vp', '- b', '', line, '', 'penny for my thoughts', 'c');
  expect(text.draft.blocks[0]?.body).toEqual([{ kind: 'list', items: ['b'] }]);
  expect(said(text, 5)).toBe('the block active candidate: the line names several, so write a block for each');
  expect(said(read('a', 'open role: vp', '- b', '', line), 5)).toContain('write ---active candidate there');
});

describe('a block that may be missing', () => {
  it('shows in a second call to action, whose link is not given to the role above', () => {
    const text = read(
      'a',
      'open role: vp',
      '- b',
      'interested? apply here',
      '',
      'Senior AE',
      '- c',
      'Apply: https://jobs.example.com/2',
    );
    expect(text.draft.blocks[0]?.fields).toEqual({ title: 'vp' });
    expect(said(text, 6)).toContain('reads like the start of a block');
    expect(said(text, 8)).toContain('has its call to action in line 4 already');
  });

  it('does not take the link of the role above', () => {
    const text = read(
      'a',
      'open role: vp',
      '- b',
      'Apply: https://jobs.example.com/1',
      'AE',
      '- c',
      'Apply: https://jobs.example.com/2',
    );
    expect(text.draft.blocks[0]?.fields['apply']).toBe('https://jobs.example.com/1');
    expect(said(text, 7)).toContain('has its call to action in line 4 already');
  });

  it('shows in a call to action above the first one, or in the essay', () => {
    const text = read(
      'a',
      'b',
      'RevOps leader',
      'want to chat with them? email me',
      '',
      'penny for my thoughts',
      'c',
      'interested? apply here',
    );
    for (const line of [4, 8]) expect(said(text, line)).toContain('reads like a call to action');
  });

  it('is named where the text speaks of one', () => {
    expect(read('a', 'b', 'we know candidates for every role').notFound).toEqual(['role', 'candidate']);
    expect(read('a', 'open role: vp', '- for strong candidates').notFound).toEqual(['candidate']);
    expect(read('a', 'b', 'on trust').notFound).toEqual([]);
  });
});

describe('the title', () => {
  it.each(['Subject: hi', '# hi', '**hi**', 'subject:hi', '**Subject:** hi', 'Subject: **hi**'])(
    'is read from %s',
    (line) => {
      expect(read(line, 'open role: vp', '- a').draft.title).toBe('hi');
    },
  );
});

describe('where to apply', () => {
  it.each([
    [
      'Interested? Apply here: jobs.example.com/head-of-cs',
      'jobs.example.com/head-of-cs',
      { lead: 'Interested?', label: 'Apply here' },
    ],
    ['interested? apply here (jobs.example.com/2).', 'jobs.example.com/2', undefined],
    ['Apply at jobs.example.com/2.', 'jobs.example.com/2', undefined],
    ['- Apply: jobs.example.com/2', 'jobs.example.com/2', undefined],
    ['Apply: rita@quietdesk.example', 'mailto:rita@quietdesk.example', undefined],
    ['email me at rita@quietdesk.example', 'mailto:rita@quietdesk.example', undefined],
  ])('is read from %s', (line, apply, cta) => {
    const { fields, body } = read('a', 'open role: vp', '- b', line).draft.blocks[0] ?? {};
    expect(fields).toEqual({ title: 'vp', apply, ...(cta === undefined ? {} : { cta }) });
    expect(body).toEqual([{ kind: 'list', items: ['b'] }]);
  });
});

describe('an address in a candidate’s block', () => {
  it.each([
    'want to chat with them? email me: jane@doe.example',
    'email me at jane@doe.example',
    'jane@doe.example',
    'reach her at jane@doe.example any time',
  ])('is not written, and is reported: %s', (line) => {
    const text = read('a', 'active candidate: cfo', '- 10 years', line, 'sf based');
    expect(writeIssue({ ...text.draft, number: 2, date: '2026-11-30' })).not.toContain('doe.example');
    expect(said(text, 4)).toContain('may be the candidate’s own');
    expect([text.lines, text.kept]).toEqual([5, 4]);
  });
});
