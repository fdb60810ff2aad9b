import type { SampledRule } from '../rule.ts';
import { type Sample, sampleTemplate } from '../sample.ts';

/** Each by what it is about, for those who find it. */
export const mailClientRules = {
  template: {
    name: 'mail/template',
    severity: 'error',
    elsewhere: true,
    what: 'A template or a style sheet of yours cannot be read: something in it is not closed, is no HTML or CSS, or it is larger than 100 KB.',
    why: 'Mail programs would show something else than you meant, or nothing.',
    fix: 'Close what the message names; put images that are written out as `data:` on the web.',
    samples: () => ({
      good: [sampleTemplate('role.hbs', '{{#if company}}<p>{{company}}</p>{{/if}}')],
      bad: [
        {
          sample: sampleTemplate('role.hbs', '{{#if company}}<p>{{company}}</p>'),
          finds: [
            { at: '1:1-1:16', message: '{{#if}} is never closed', hint: 'write {{/if}} where it ends' },
          ],
        },
        {
          sample: sampleTemplate('head.css', 'p { color: red'),
          finds: [
            {
              at: '1:1-1:2',
              message: 'this style cannot be read: unclosed block',
              hint: 'write “property: value;”, and close every { and every quote',
            },
          ],
        },
      ],
    }),
  },
  templateScript: {
    name: 'mail/template-script',
    severity: 'error',
    elsewhere: true,
    what: 'A template of yours has a script, a form, a frame, or fetches a style sheet.',
    why: 'Most mail programs drop them, and many refuse a message, or call it dangerous, because of them.',
    fix: 'Take it out, and link to a web page that has it.',
    samples: () => ({
      good: [sampleTemplate('footer.hbs', '<a href="https://penny.example/survey">tell me</a>')],
      bad: [
        {
          sample: sampleTemplate('footer.hbs', '<form action="https://penny.example/survey"></form>'),
          finds: [
            {
              at: '1:1-1:6',
              message: '<form> is taken for phishing, and many mail programs block it',
              hint: 'link to a page that has the form',
            },
          ],
        },
      ],
    }),
  },
  unsupportedCss: {
    name: 'mail/unsupported-css',
    severity: 'warning',
    elsewhere: true,
    what: 'A style of yours does nothing in a mail program that many people read in, and the letter suffers from it.',
    why: 'Gmail, classic Outlook, Outlook.com or Apple Mail would show columns, colours or gaps that you did not mean. What only decorates, such as round corners, is not reported. What each program does is data of caniemail.com.',
    fix: 'Write what the hint says, or put a plain value of the same property in front: programs keep the last one they know.',
    samples: () => ({
      good: [
        sampleTemplate('head.css', '.card { display: block; display: flex }'),
        sampleTemplate('head.css', '.card { border-radius: 4px }'),
      ],
      bad: [
        {
          sample: sampleTemplate('head.css', '.card { display: flex }'),
          finds: [
            {
              at: '1:9-1:22',
              message: '“display: flex” does not work in classic Outlook',
              hint: 'make the columns cells of one row of a table',
            },
          ],
        },
      ],
    }),
  },
  unsupportedHtml: {
    name: 'mail/unsupported-html',
    severity: 'warning',
    elsewhere: true,
    what: 'An element or attribute of a template of yours does nothing in a mail program that many people read in.',
    why: 'Its readers would miss what it shows, or see what it hides. What each program does is data of caniemail.com.',
    fix: 'Write what the hint says.',
    samples: () => ({
      good: [sampleTemplate('role.hbs', '<img src="https://penny.example/team.png" alt="the team">')],
      bad: [
        {
          sample: sampleTemplate('role.hbs', '<p hidden>{{subtitle}}</p>'),
          finds: [
            {
              at: '1:4-1:10',
              message: 'hidden does not work in Gmail, Outlook, and Yahoo Mail',
              hint: 'write style="display: none; mso-hide: all"',
            },
          ],
        },
      ],
    }),
  },
  styleSize: {
    name: 'mail/style-size',
    severity: 'warning',
    elsewhere: true,
    what: 'The styles that stay in the head of the mail, of head.css and of `<style data-embed>`, are larger than 16 KB.',
    why: 'Gmail reads no more than 16 KB of them, and leaves out the rest.',
    fix: 'Put into inline.css what need not be in the head, and take out what nothing uses.',
    samples: () => ({
      good: [sampleHead(780)],
      bad: [
        {
          sample: sampleHead(781),
          finds: [
            {
              at: '1:1-1:2',
              message: 'the styles in the head of the mail are 17 KB, and Gmail reads 16 KB of them',
              hint: 'put into inline.css what need not be in the head',
            },
          ],
        },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, SampledRule>>;

/** @param rules of 21 bytes each, with the line end */
function sampleHead(rules: number): Sample {
  const rule = 'p { color: #123456 }';
  const excerpt = `${rule}\n/* and so on: ${rules} rules in all */`;
  return { ...sampleTemplate('head.css', `${rule}\n`.repeat(rules)), excerpt };
}
