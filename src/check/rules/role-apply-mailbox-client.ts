import type { Newsletter } from '../newsletter.ts';
import { placeOfField } from '../reading/field-place.ts';
import { placeInField } from '../reading/place-in-field.ts';
import { isPublicMailbox } from '../roles/is-public-mailbox.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const message = 'the role has no company:, and this mailbox is not yours';
const hint =
  'write an address of yours, such as mailto:hello@penny.example, or add company: if the client agreed';

export const roleApplyMailboxClient: Rule = {
  name: 'role/apply-mailbox-client',
  severity: 'warning',
  what: 'A role without `company` is confidential, and its `apply` is an e-mail address on a domain that is neither yours nor a public one.',
  why: 'What stands behind the @ names the client, and applications would pass you by.',
  fix: 'Write an address of yours, or name the company if the client agreed.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'apply: mailto:hello@Penny.example']),
      sampleRole(['title: vp of sales', 'apply: mailto:roles@jobs.penny.example?subject=vp%20of%20sales']),
      sampleRole(['title: vp of sales', 'apply: mailto:penny.jobs@gmail.com']),
      sampleRole(['title: vp of sales', 'apply: mailto:penny@yahoo.co.uk']),
      sampleRole(['title: vp of sales', 'company: acme', 'apply: mailto:jobs@example.com']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'apply: mailto:jobs@example.com?subject=vp']),
        finds: [{ at: '9:20-9:31', message, hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', "apply: 'mailto:example.org@Example.org'"]),
        finds: [{ at: '9:28-9:39', message, hint }],
      },
    ],
  }),
  *check({ issue, newsletter }) {
    const own = domainsOf(newsletter);
    for (const role of openRolesOf(issue)) {
      const { apply } = role.fields;
      if (apply === undefined || role.places.has('company')) continue;
      const [before, domain] = /^mailto:[^@]*@([^?&,;]*)/i.exec(apply) ?? [];
      if (before === undefined || domain === undefined || domain === '' || isPublicMailbox(domain)) continue;
      if (own.some((name) => isSameOrBelow(domain.toLowerCase(), name))) continue;
      const piece = { text: domain, start: before.length - domain.length };
      yield {
        place: placeInField(issue.source, placeOfField(role, 'apply'), piece),
        message,
        hint: `write an address of yours, such as mailto:${newsletter.sender.replyTo}, or add company: if the client agreed`,
      };
    }
  },
};

function domainsOf({ url, sender }: Newsletter): readonly string[] {
  const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1];
  const mailboxes = [sender.address, sender.replyTo].map((address) =>
    address.slice(address.indexOf('@') + 1),
  );
  return [...mailboxes, ...(host === undefined ? [] : [host])].map((domain) => domain.toLowerCase());
}

function isSameOrBelow(domain: string, name: string): boolean {
  return domain === name || domain.endsWith(`.${name}`) || name.endsWith(`.${domain}`);
}
