import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePem } from '../delivery/signing/keys.ts';
import { describeWithSpamAssassin } from '../system.ts';
import { setSigningKey } from './set-signing-key.ts';
import { createWorkspace } from './workspace.ts';

const role = `---open role
title: staff engineer, payments
apply: https://jobs.example.com/staff-engineer
location: { city: Berlin, country: DE }
workplace: hybrid
pay: EUR 95,000–120,000 per year
---

- a team of nine, postgres and go, no on-call at night
- thirty days off, and a four-day week in august
`;

const candidate = `---active candidate
title: head of talent
---

- twelve years, the last four as the first recruiter of a company that grew to 300
- looks for a place with a plan
`;

const essay = `---penny for my thoughts
---

# TLDR:

money is part of the offer. say it first.

# why

nobody wins by guessing. a [survey](https://surveys.example.org/pay) says so, and so does [this one](https://blog.example.net/pay).

| level | from | to |
|-------|-----:|---:|
| junior | 55,000 | 70,000 |
| senior | 85,000 | 110,000 |

![pay by level, from 55 to 110 thousand](https://penny.example/pay.png)

> pay what the work is worth, and write it down.
`;

/** What our templates make of every kind of issue. */
const issues: Readonly<Record<string, string>> = {
  'one role': role,
  'twelve roles': Array.from({ length: 12 }, (_, at) => role.replace('staff', `staff ${at}`)).join('\n'),
  'one candidate': candidate,
  'an essay with a table and an image': essay,
  'all of it': [role, candidate, essay].join('\n'),
};

/** Points above this are ours to explain; five are spam. */
const most = 1;

describeWithSpamAssassin('the content score', (spamAssassin) => {
  /** Without the network and without anybody's preferences: the content alone. */
  function judge(message: string): { readonly score: number; readonly hits: readonly string[] } {
    const { stdout } = spawnSync(
      spamAssassin,
      ['--local', '--nocreate-prefs', '--prefspath=/dev/null', '--test-mode'],
      {
        input: message,
        encoding: 'utf8',
      },
    );
    const [, score] = /^Content analysis details: +\((-?[\d.]+) points/m.exec(stdout) ?? [];
    const hits = [...stdout.matchAll(/^ *-?\d+\.\d ([A-Z][A-Z0-9_]+) /gm)].map(([, rule = '']) => rule);
    return { score: Number(score), hits };
  }

  it('scoreboard 70: of the seed’s issue is low', async () => {
    using workspace = createWorkspace();
    const { output } = await workspace.penny('render 1 --as eml');
    expect(judge(output).score).toBeLessThan(most);
  });

  it('scoreboard 70: of a signed message finds no header missing and nothing wrong with its parts', async () => {
    using workspace = createWorkspace();
    setSigningKey(workspace, makePem());
    const { output } = await workspace.penny('render 1 --as eml');
    expect(output).toMatch(/^DKIM-Signature: /);
    const { score, hits } = judge(output);
    expect(score).toBeLessThan(most);
    expect(hits.filter((rule) => /^(MISSING|MIME)_/.test(rule))).toEqual([]);
    expect(judge(output.replace(/^(Date|Message-ID): .*\r?\n/gm, '')).hits).toEqual(
      expect.arrayContaining(['MISSING_DATE', 'MISSING_MID']),
    );
  });

  it.each(Object.entries(issues))('of %s is low', async (title, blocks) => {
    using workspace = createWorkspace();
    const text = `---\ntitle: ${title}\nsubtitle: what pays, and what to ask\nnumber: 2\ndate: 2026-11-30\n---\n\n${blocks}`;
    writeFileSync(join(workspace.folder, 'issues/002-sample.md'), text);
    const { code, output, error } = await workspace.penny('render 2 --as eml');
    expect([code, error]).toEqual([0, expect.not.stringContaining('error')]);
    expect(judge(output).score).toBeLessThan(most);
  });

  it('of a message that every filter knows is high', () => {
    const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
    expect(judge(`From: penny <hello@penny.example>\nSubject: hello\n\n${gtube}\n`).score).toBeGreaterThan(
      100,
    );
  });
});
