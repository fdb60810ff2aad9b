import type { Issue } from '../../src/issue/issue.ts';
import { candidate, essay, issueWith, markdown, role } from './samples.ts';

const everything = `
some *soft*, **strong** and ~~old~~ text with \`code\` and a [link](https://a.example/?a=1&b=2), a footnote[^1],
and an address https://a.example/plain.

# a heading

a line\\
and another ![an icon](https://a.example/icon.png)

### a deeper heading

1. one
2. two
   - inner one

     with a second paragraph
   - inner two

- [x] done
- [ ] to do

> a quote
>
> - with a list

\`\`\`js
const code = '<b>';
\`\`\`

| city | pay |
|:-----|----:|
| sf   | 200 |
| köln |     |

![a photo](https://a.example/photo.png)

![](photos/decoration.png)

***

[^1]: a note with a [link](https://a.example/note)
`;

/** Every kind of markdown, every fact of a role, every state of a card. */
export const richIssue: Issue = issueWith(
  [
    role({
      company: 'acme & sons',
      location: { city: 'San Francisco', region: 'CA', country: 'US' },
      workplace: 'remote',
      remoteFrom: ['US', 'DE'],
      employment: 'contract',
      pay: { min: 180_000, max: 240_000, currency: 'USD', per: 'year' },
      benefits: 'health, 401k, four weeks off',
      closes: '2026-12-31',
    }),
    role({ id: 'cto', title: 'cto <interim>', status: 'filled', body: markdown('') }),
    candidate({ location: 'sf', available: 'in a month' }),
    candidate({ id: 'c2', title: 'cfo', status: 'placed' }),
    {
      kind: 'essay',
      title: 'penny for my thoughts:',
      parts: [
        ...essay(everything).parts,
        { kind: 'tldr', label: 'TLDR:', children: markdown('is it? yes.\\\nreally? no.').children },
        ...essay('## after the box\n\nthe end').parts,
      ],
    },
  ],
  {
    subtitle: 'all of it at once',
    preheader: 'all of it at once',
    introduction: markdown('hello.\n\n## and welcome\n\nread on.'),
  },
);

export const essayOnly: Issue = issueWith([essay('only this, with “quotes”.')]);

export const twelveRoles: Issue = issueWith(
  Array.from({ length: 12 }, (_, index) =>
    role({
      id: `role-${index + 1}`,
      title: `role number ${index + 1}`,
      body: markdown('- one thing\n- and another\n'.repeat(3)),
    }),
  ),
);

export const rightToLeft: Issue = issueWith(
  [
    role({ title: 'סמנכ״ל מכירות', body: markdown('- חברה בצמיחה') }),
    candidate({ title: 'סמנכ״לית שיווק' }),
    essay('שלום.\n\n> ציטוט\n\n1. אחת\n\n| א | ב |\n|---|--:|\n| 1 | 2 |', 'מחשבות'),
  ],
  { language: 'he', title: 'האם ראיון הוא רחוב דו־סטרי?', subject: 'האם ראיון הוא רחוב דו־סטרי?' },
);
