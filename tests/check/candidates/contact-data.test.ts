import { describe, expect, it } from 'vitest';
import { candidateContactData as rule } from '../../../src/check/rules/candidate-contact-data.ts';
import { findInLine } from './find-in-line.ts';

const telephones = [
  ...['1-415-555-0134', '1 (415) 555-0134', '1.415.555.0134', '14155550134', '415 5550134', '415/555-0134'],
  ...['415 - 555 - 0134', '415·555·0134', '(415) 555 0134', '1-800-555-0134', '415.555.0134'],
  ...['07700900123', '07700 900123', '0171 123 45 67', '0171-123 45 67', '0171/1234567', '0171/123 45 67'],
  ...['(0171) 123 45 67', '030 - 12 34 56 78', '0049 171 1234567', '00491711234567', '0041 79 555 01 02'],
  ...['+49 171/1234567', '+49 (0)171 123 45 67', '+1.415.555.0134', '+31612345678', '+32 470 12 34 56'],
  ...['0612345678', '06-12345678', '06 1234 5678', '06 12 34 56 78', '06.12.34.56.78', '0470 12 34 56'],
  ...['0470/12.34.56', '070-123 45 67', '0412 345 678', '090-1234-5678', '010 1234 5678', '02 9555 0134'],
  ...['612 34 56 78', '412 34 567', '347 1234567', '512 345 67 89', '8 (912) 345-67-89', '98765 43210'],
  ...['9876543210', '(11) 91234-5678', '11 91234-5678', '138 0013 8000', '13800138000'],
  ...['4 1 5 5 5 5 0 1 3 4', '4-1-5-5-5-5-0-1-3-4'],
];

describe('the number of a telephone', () => {
  it.each(telephones)('is found: %s', (number) => {
    expect(findInLine(rule, `15 years in sales, ${number}`)).toEqual([number]);
  });

  it.each(telephones)('is found in a field: %s', (number) => {
    expect(findInLine(rule, 'a', `location: sf, ${number}\n`)).toEqual([number]);
  });
});

it.each([
  ['mob 07700900123', '07700900123'],
  ['tel 0171 123 45 67', '0171 123 45 67'],
  ['tel.: 030/1234567', '030/1234567'],
  ['tel.0171 1234567', '0171 1234567'],
  ['cell 555-0134', '555-0134'],
  ['call me on 555 0134', '555 0134'],
  ['text her at 5550134', '5550134'],
  ['phone no. 9123 4567', '9123 4567'],
  ['WhatsApp: 612 345 678', '612 345 678'],
  ['signal 12 34 56 78', '12 34 56 78'],
  ['handy 1711234567', '1711234567'],
  ['mobil: 171 123 45 67', '171 123 45 67'],
  ['ph +14155550134', '+14155550134'],
  ['m: 512-345-678', '512-345-678'],
  ['📞 512 345 678', '512 345 678'],
  ['call 1-415-555-0134 ext. 5', '1-415-555-0134'],
])('knows a number by the word in front: %s', (line, number) => {
  expect(findInLine(rule, line)).toEqual([number]);
});

it('knows one in a field by the word in front', () => {
  expect(findInLine(rule, 'a', 'location: sf, cell 1-415-555-0134\n')).toEqual(['1-415-555-0134']);
});

it.each([
  ...['jane.doe @ gmail.com', 'jane @ gmail.com', 'jane.doe@ example.org', 'jane.doe @example.org'],
  ...['jane.doe at gmail.com', 'janedoe82 at example.org', 'jane at gmail.com', 'jane.doe at gmail'],
  ...[
    'jane.doe{at}gmail.com',
    'jane {at} example {dot} org',
    'jane_at_gmail.com',
    'jane.doe[at]gmail dot com',
  ],
  ...['jane@gmail', 'gmail: jane.doe', 'gmail: janedoe', 'email: jane.doe', 'outlook: jane.doe'],
  ...['email: jane at example.org', 'jane.doe at example dot org'],
])('finds an address that is written for people: %s', (address) => {
  expect(findInLine(rule, `15 years in sales, ${address}`)).toEqual([address]);
  expect(findInLine(rule, 'a', `available: "${address}"\n`)).toEqual([address]);
});

it.each([
  ...['hello @ penny.example', 'hello at penny dot example', 'hello [at] penny (dot) example'],
  ...['email: hello@penny.example', 'email: hello at penny.example'],
])('lets an address of the newsletter be, however it is written: %s', (address) => {
  expect(findInLine(rule, address)).toEqual([]);
});

it.each([
  ...[
    'from $2m to over $250m, then $2.5m',
    '$1,284,555 in arr',
    '$415 555 0100 raised',
    '€10 000 000 in sales',
  ],
  ...[
    '10 000 000 users',
    '+10 000 000 users',
    '1 284 555 seats',
    '2 000 000 000 rows a day',
    '10.000.000 calls',
  ],
  ...['sold to 1000-5000 people companies', 'quota of 1000000-2000000', 'wants 180000-220000', '75000 90000'],
  ...[
    '2015-2019',
    '2015 - 2019',
    '2015–2019, 2019–2021',
    '2019-03-01',
    '01.02.2019 - 03.04.2021',
    '2019/2020',
  ],
  ...['03/2019 - 05/2022', '03-2019 – 05-2022', '03/19 - 05/22', '01/02/2019', '24/7 since 2015-2019'],
  ...['mobile 2015-2019', 'mobile 2019, web 2021', 'mobile: 10 000 000 users', 'mobile 2500000 downloads'],
  ...['mobile 03/2019 - 05/2022', 'text 2019-03-01', 'signal 1 000 000 messages', 'call center 2015-2019'],
  ...['24/7', '9-5', '5-10-person team', 'a 5-10 person team', 'series b', 'q3 okrs', 'h1 2019', '15 years'],
  ...['120% of quota, 112.5 %', '1-2 weeks notice', '3-4 days onsite', '99.999% uptime', '10x in 3 years'],
  ...[
    'iso 27001, soc 2',
    'model x-1000-200',
    'iphone 15 pro',
    'sap s/4hana 2020',
    'boeing 737-800',
    '10-k, 8-k',
  ],
  ...['10.15.7', '192.168.0.1', 'v1.2.3', '1:1s, 360 reviews', '100/200/300 plans', '2-3 reps, 10-15 aes'],
  ...[
    'order book of 415 555 0100 units',
    '10 years on wall street',
    '5 main street banks',
    'ssn checks, 300 a day',
  ],
  ...['a 30 day test drive, 2 weeks on the road', '3 food court, 5 high street shops'],
  ...['15 years @ a fintech', 'seller @ acme.com', 'worked at acme.com', 'vp sales at booking.com'],
  ...['15 years in b2b @ monday.com', 'node.js at vercel.com', 'asp.net at acme.com', 'ads at yahoo.com'],
  ...[
    'email: outreach.io, crm: hubspot',
    'email marketing at acme.com',
    'outlook: positive',
    '@ 120% of quota',
  ],
  ...['a u.s. seller at acme.com', 'looks at gmail as a rival', 'mail: 20k a day', 'p.a. at acme.com'],
])('finds nothing in %s', (line) => {
  expect(findInLine(rule, line)).toEqual([]);
});

it.each([
  ['12 elm street, palo alto', '12 elm street'],
  ['at 1200 old oak ave.', '1200 old oak ave.'],
  ['12 rue de penny', '12 rue de penny'],
  ['elmstraße 12', 'elmstraße 12'],
  ['ssn ends 1234', 'ssn ends 1234'],
  ['ssn: xxx-xx-1234', 'ssn: xxx-xx-1234'],
  ['passport number 123456', 'passport number 123456'],
])('finds where a person lives and how authorities know them: %s', (line, found) => {
  expect(findInLine(rule, line)).toEqual([found]);
  expect(findInLine(rule, 'a', `available: "${line}"\n`)).toEqual([found]);
});
