import { clientsWithout } from './clients-without.ts';
import type { Discovery } from './discovery.ts';
import { type HtmlUse, htmlUses } from './html-uses.ts';
import { mailClientRules } from './mail-client-rules.ts';
import type { Tag } from './read-tags.ts';

/** What of a tag a widely read mail client does not do, and its readers miss it, or see what they should not. */
export function findInTag(tag: Tag): readonly Discovery[] {
  return htmlUses.flatMap((use) => {
    const found = findUse(use, tag);
    const hidden = tag.hiddenFromOutlook ? 'outlook/windows' : undefined;
    const clients = found === undefined ? undefined : clientsWithout(use, hidden);
    if (found === undefined || clients === undefined) return [];
    const { subject, start, end } = found;
    const message = `${subject} does not work in ${clients}`;
    return [{ rule: mailClientRules.unsupportedHtml, start, end, message, hint: use.hint }];
  });
}

interface FoundUse {
  /** What stands there, in few words. */
  readonly subject: string;
  readonly start: number;
  readonly end: number;
}

function findUse({ element, attribute, value, subject }: HtmlUse, tag: Tag): FoundUse | undefined {
  if (element !== undefined && element !== tag.name) return undefined;
  if (attribute === undefined) {
    return { subject: subject ?? `<${tag.name}>`, start: tag.start, end: tag.start + 1 + tag.name.length };
  }
  const found = tag.attributes.get(attribute);
  if (found === undefined || value?.test(found.value) === false) return undefined;
  return { subject: subject ?? attribute, start: found.start, end: found.end };
}
