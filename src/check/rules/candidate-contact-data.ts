import { candidatesOf } from '../candidates/active-candidates.ts';
import { findPaperNumbers, findStreets } from '../candidates/find-civil-data.ts';
import { findEmailAddresses } from '../candidates/find-email-addresses.ts';
import { findTelephones } from '../candidates/find-telephones.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

const hint = 'delete it; people reach them through you';

export const candidateContactData: Rule = {
  name: 'candidate/contact-data',
  severity: 'error',
  what: 'An e-mail address, a telephone number or an address of a house that is not yours stands in an active candidate, or the number of an identity paper.',
  why: 'It names the person, to everybody who gets the issue.',
  fix: 'Delete it. Readers write to `contact`, which is your address.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- ask me: talent@penny.example or [HELLO@penny.example](mailto:hello@penny.example)\n- 15 years @ a fintech, +10 000 000 users, $415 555 0100, seller at acme.com, https://penny.example/4155550100\n- 2015-2019, 2019-03-01, 1,284,555 seats <!-- 415-555-0100 -->',
        ['contact: talent@penny.example'],
      ),
      sampleCandidate(
        '- mobile 2015-2019, 10 000 000 users, 03/2019 - 05/2022, 24/7, a 5-10-person team\n- 15 years in b2b @ monday.com, worked at acme.com, hello at penny dot example\n- 10 years on wall street, 5 main street banks, order book of 415 555 0100 units, ssn checks for 300 users',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- call +1 (415) 555-0100\n- or write to jane.doe@example.org'),
        finds: [
          { at: '11:8-11:25', message: '“+1 (415) 555-0100” is a telephone number', hint },
          { at: '12:15-12:35', message: '“jane.doe@example.org” is not your address', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- [ask](mailto:jürgen@example.org), `020 7946 0958`, [call][]\n- jane at example dot org\n\n[call]: tel:415-555-0100',
          ['location: munich (0171 1234567)'],
        ),
        finds: [
          { at: '9:19-9:31', message: '“0171 1234567” is a telephone number', hint },
          { at: '12:16-12:34', message: '“jürgen@example.org” is not your address', hint },
          { at: '12:38-12:51', message: '“020 7946 0958” is a telephone number', hint },
          { at: '13:3-13:26', message: '“jane at example dot org” is not your address', hint },
          { at: '15:13-15:25', message: '“415-555-0100” is a telephone number', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- 电话 138 0013 8000, (0171) 1234567, 079 555 01 02\n- (415)555-0134, 4155550134, jane[@]example.org',
        ),
        finds: [
          { at: '11:6-11:19', message: '“138 0013 8000” is a telephone number', hint },
          { at: '11:21-11:35', message: '“(0171) 1234567” is a telephone number', hint },
          { at: '11:37-11:50', message: '“079 555 01 02” is a telephone number', hint },
          { at: '12:3-12:16', message: '“(415)555-0134” is a telephone number', hint },
          { at: '12:18-12:28', message: '“4155550134” is a telephone number', hint },
          { at: '12:30-12:48', message: '“jane[@]example.org” is not your address', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- 1-415-555-0134, mob 07700900123, 06-12345678\n- jane.doe @ gmail.com, jane.doe at gmail.com, gmail: jane.doe',
          ['location: sf, cell 555-0134'],
        ),
        finds: [
          { at: '9:20-9:28', message: '“555-0134” is a telephone number', hint },
          { at: '12:3-12:17', message: '“1-415-555-0134” is a telephone number', hint },
          { at: '12:23-12:34', message: '“07700900123” is a telephone number', hint },
          { at: '12:36-12:47', message: '“06-12345678” is a telephone number', hint },
          { at: '13:3-13:23', message: '“jane.doe @ gmail.com” is not your address', hint },
          { at: '13:25-13:46', message: '“jane.doe at gmail.com” is not your address', hint },
          { at: '13:48-13:63', message: '“gmail: jane.doe” is not your address', hint },
        ],
      },
      {
        sample: sampleCandidate('- 12 elm street, palo alto\n- ssn ends 1234'),
        finds: [
          { at: '11:3-11:16', message: '“12 elm street” is the address of a house', hint },
          { at: '12:3-12:16', message: '“ssn ends 1234” is the number of an identity paper', hint },
        ],
      },
    ],
  }),
  *check({ issue, newsletter: { sender } }) {
    for (const candidate of candidatesOf(issue)) {
      const own = [sender.address, sender.replyTo, candidate.fields.contact ?? ''].map((one) =>
        one.toLowerCase(),
      );
      for (const { text, place } of findEmailAddresses(issue, candidate, own)) {
        yield { place, message: `${quote(text)} is not your address`, hint };
      }
      for (const { text, place } of findTelephones(issue, candidate)) {
        yield { place, message: `${quote(text)} is a telephone number`, hint };
      }
      for (const { text, place } of findStreets(issue, candidate)) {
        yield { place, message: `${quote(text)} is the address of a house`, hint };
      }
      for (const { text, place } of findPaperNumbers(issue, candidate)) {
        yield { place, message: `${quote(text)} is the number of an identity paper`, hint };
      }
    }
  },
};
