import type { RuleDescription } from '../rule.ts';

/** Each by what it is about, for those who find it. */
export const mailClientRules = {
  template: {
    name: 'mail/template',
    severity: 'error',
    elsewhere: true,
    what: 'A template or a style sheet of yours cannot be read: something in it is not closed, is no HTML or CSS, or it is larger than 100 KB.',
    why: 'Mail programs would show something else than you meant, or nothing.',
    fix: 'Close what the message names; put images that are written out as `data:` on the web.',
  },
  templateScript: {
    name: 'mail/template-script',
    severity: 'error',
    elsewhere: true,
    what: 'A template of yours has a script, a form, a frame, or fetches a style sheet.',
    why: 'Most mail programs drop them, and many refuse a message, or call it dangerous, because of them.',
    fix: 'Take it out, and link to a web page that has it.',
  },
  unsupportedCss: {
    name: 'mail/unsupported-css',
    severity: 'warning',
    elsewhere: true,
    what: 'A style of yours does nothing in a mail program that many people read in, and the letter suffers from it.',
    why: 'Gmail, classic Outlook, Outlook.com or Apple Mail would show columns, colours or gaps that you did not mean. What only decorates, such as round corners, is not reported. What each program does is data of caniemail.com.',
    fix: 'Write what the hint says, or put a plain value of the same property in front: programs keep the last one they know.',
  },
  unsupportedHtml: {
    name: 'mail/unsupported-html',
    severity: 'warning',
    elsewhere: true,
    what: 'An element or attribute of a template of yours does nothing in a mail program that many people read in.',
    why: 'Its readers would miss what it shows, or see what it hides. What each program does is data of caniemail.com.',
    fix: 'Write what the hint says.',
  },
  styleSize: {
    name: 'mail/style-size',
    severity: 'warning',
    elsewhere: true,
    what: 'The styles that stay in the head of the mail, of head.css and of `<style data-embed>`, are larger than 16 KB.',
    why: 'Gmail reads no more than 16 KB of them, and leaves out the rest.',
    fix: 'Put into inline.css what need not be in the head, and take out what nothing uses.',
  },
} as const satisfies Readonly<Record<string, RuleDescription>>;
