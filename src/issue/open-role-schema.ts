import { z } from 'zod';
import type { FaultWords } from '../source/describe-problem.ts';
import { complain, country, currency, date, kebabCase, line } from './field-types.ts';
import { employments, payPeriods, roleStatuses, workplaces } from './issue.ts';

const apply = line.superRefine((link, context) => {
  if (/^https:\/\/[^\s/]+\S*$/i.test(link) || /^mailto:[^\s@]+@[^\s@]+$/i.test(link)) return;
  const { message, ...words } = correctLink(link);
  complain(context, message, { ...words, isSentence: true });
});

const location = z.union([
  line,
  z.strictObject({ city: line.exactOptional(), region: line.exactOptional(), country }),
]);

const payRange = z
  .strictObject({ min: z.number().min(0), max: z.number().min(0), currency, per: z.enum(payPeriods) })
  .superRefine(({ min, max }, context) => {
    if (min <= max) return;
    const [least, most] = [min, max].map((amount) => amount.toLocaleString('en'));
    complain(context, `min ${least} is above max ${most}`, {
      rule: 'role/pay-order',
      isSentence: true,
      hint: 'swap them?',
    });
  });

/** What an open role says of itself above its text. */
export const openRoleSchema = z.strictObject({
  title: line,
  apply: apply.exactOptional(),
  id: kebabCase.exactOptional(),
  status: z.enum(roleStatuses).exactOptional(),
  company: line.exactOptional(),
  location: location.exactOptional(),
  workplace: z.enum(workplaces).exactOptional(),
  remoteFrom: z.array(country).exactOptional(),
  employment: z.enum(employments).exactOptional(),
  pay: z.union([line, payRange]).exactOptional(),
  benefits: line.exactOptional(),
  employerSize: z.int().min(1).exactOptional(),
  posted: date.exactOptional(),
  closes: date.exactOptional(),
  cta: z.strictObject({ lead: line.exactOptional(), label: line.exactOptional() }).exactOptional(),
});

/** Says what was meant by a link that is none. */
function correctLink(link: string): FaultWords & { readonly message: string } {
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(link)) {
    return {
      rule: 'role/apply-email',
      message: 'this is an e-mail address, not a link',
      hint: `write mailto:${link}, or the https:// link of the application page`,
      fix: { from: link, to: `mailto:${link}` },
    };
  }
  if (/^http:\/\//i.test(link)) {
    return {
      rule: 'role/apply-url',
      message: 'this link is not encrypted',
      hint: `did you mean ${link.replace(/^http:/i, 'https:')}?`,
    };
  }
  if (/^[^\s:/@]+\.[^\s:/@]{2,}(\/\S*)?$/.test(link)) {
    return {
      rule: 'role/apply-url',
      message: 'there is no https:// in front',
      hint: `did you mean https://${link}?`,
      fix: { from: link, to: `https://${link}` },
    };
  }
  return {
    rule: 'role/apply-url',
    message: 'this is not a link to apply with',
    hint: 'write https://… or mailto:…',
  };
}
