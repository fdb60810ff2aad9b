import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';

export const candidateContactElsewhere: Rule = {
  name: 'candidate/contact-elsewhere',
  severity: 'warning',
  what: 'The `contact` of an active candidate is at another domain than the addresses of the newsletter.',
  why: 'Readers who are interested write to it. The address of the candidate, or of an employer, would give them away.',
  fix: 'Write an address of your own, or take the line out: then readers write to the newsletter.',
  samples: () => ({
    good: [
      sampleCandidate('- 15 years in sales', ['contact: talent@Penny.Example']),
      sampleCandidate('- 15 years in sales', ['contact: me@mail.penny.example']),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales', ['contact: jane.doe@example.org']),
        finds: [
          {
            at: '9:10-9:30',
            message: '“example.org” is not where your newsletter comes from',
            hint: 'write an address of your own, or take the line out: it is hello@penny.example then',
          },
        ],
      },
      {
        sample: sampleCandidate('- 15 years in sales', ['contact: jane@notpenny.example']),
        finds: [
          {
            at: '9:10-9:31',
            message: '“notpenny.example” is not where your newsletter comes from',
            hint: 'write an address of your own, or take the line out: it is hello@penny.example then',
          },
        ],
      },
    ],
  }),
  *check({ issue, newsletter: { sender } }) {
    const own = [sender.address, sender.replyTo].map(domainOf);
    for (const candidate of candidatesOf(issue)) {
      const { contact } = candidate.fields;
      if (contact === undefined) continue;
      const domain = domainOf(contact);
      if (own.some((one) => domain === one || domain.endsWith(`.${one}`) || one.endsWith(`.${domain}`)))
        continue;
      yield {
        place: placeOfField(candidate, 'contact'),
        message: `“${domain}” is not where your newsletter comes from`,
        hint: `write an address of your own, or take the line out: it is ${sender.replyTo} then`,
      };
    }
  },
};

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
