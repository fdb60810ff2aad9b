import type { Discovery } from './discovery.ts';
import { mailClientRules } from './mail-client-rules.ts';
import type { Tag } from './read-tags.ts';

/** What of a tag most mail programs drop, and many refuse a message for. */
export function findActiveContent(tag: Tag): Discovery[] {
  const rule = mailClientRules.templateScript;
  const words = elements.get(tag.name);
  if (words !== undefined) {
    return [{ rule, start: tag.start, end: tag.start + 1 + tag.name.length, ...words }];
  }
  if (tag.name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(tag.attributes.get('rel')?.value ?? '')) {
    const hint = 'copy its rules into head.css or inline.css, and take the link out';
    return [
      { rule, start: tag.start, end: tag.end, message: 'most mail programs fetch no style sheet', hint },
    ];
  }
  return [...tag.attributes].flatMap(([name, { value, start, end }]) => {
    if (/^on[a-z]+$/.test(name)) {
      const message = `${name} runs in no mail program, and many refuse a message that has it`;
      return [{ rule, start, end, message, hint: 'take the attribute out' }];
    }
    if (/^(?:href|src|action)$/.test(name) && isScript(value)) {
      const message = 'no mail program follows javascript:, and many refuse a message that has it';
      return [{ rule, start, end, message, hint: 'write an https:// address' }];
    }
    return [];
  });
}

interface Words {
  readonly message: string;
  readonly hint: string;
}

const elements: ReadonlyMap<string, Words> = new Map([
  [
    'script',
    {
      message: '<script> runs in no mail program, and many refuse a message that has it',
      hint: 'take it out, with all that needs it',
    },
  ],
  [
    'form',
    {
      message: '<form> is taken for phishing, and many mail programs block it',
      hint: 'link to a page that has the form',
    },
  ],
  ...['iframe', 'frame', 'object', 'embed', 'applet'].map(
    (name) =>
      [
        name,
        {
          message: `most mail programs drop <${name}>, and many refuse a message that has it`,
          hint: 'link to the page, from a picture of it if you like',
        },
      ] as const,
  ),
]);

/** Browsers pass over blanks and control characters in front of a scheme and within it. */
function isScript(address: string): boolean {
  const scheme = address.slice(0, 40).replaceAll(/[\p{Cc}\s]/gu, '');
  return /^(?:java|vb)script:/i.test(scheme);
}
