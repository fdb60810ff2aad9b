import { expect, it } from 'vitest';
import { candidateContactData } from '../../../src/check/rules/candidate-contact-data.ts';
import { candidateCurrentPay } from '../../../src/check/rules/candidate-current-pay.ts';
import { candidateEmployer } from '../../../src/check/rules/candidate-employer.ts';
import { candidateExactDate } from '../../../src/check/rules/candidate-exact-date.ts';
import { candidateHandle } from '../../../src/check/rules/candidate-handle.ts';
import { candidateLink } from '../../../src/check/rules/candidate-link.ts';
import { candidateProfileUrl } from '../../../src/check/rules/candidate-profile-url.ts';
import { candidateSensitive } from '../../../src/check/rules/candidate-sensitive.ts';
import { findInLine } from './find-in-line.ts';

const rules = [
  ...[candidateContactData, candidateCurrentPay, candidateExactDate, candidateHandle, candidateLink],
  ...[candidateEmployer, candidateProfileUrl, candidateSensitive],
];

/** What recruiters write about candidates all the time, and what names nobody. */
it.each([
  '15 years in sales, 5 with a fintech you know of',
  'scaled from $2m to over $250m',
  'sf based and wants to be onsite daily downtown',
  'grew arr from $400k to $12m in 3 years with a team of 12',
  'took a series b company to series d, 24/7 on call',
  'carried a $1.2m quota, hit 120%, 135% and 150% of it',
  'average deal size of $220k, largest deal $2.5m',
  'closed $220k in the first quarter and $1m by year end',
  'manages a 5-10-person team and 2-3 managers',
  'owns q3 okrs, q4 planning and the 3-5 year plan',
  'sold to 1,000-5,000 people companies, 10-50k seats',
  'cut churn from 20% to 4%, nps from 30 to 70',
  'sold the x-1000, the 737-800 and the s/4hana move',
  'iso 27001, soc 2, hipaa, gdpr and pci dss 4.0',
  'knows salesforce, hubspot, outreach.io and gong.io inside out',
  'prospecting on linkedin, instagram ads, twitter threads, discord servers',
  'built the github, gitlab and jira integrations',
  'writes python 3.12, node.js and .net 8',
  'wants 200-220k base, 400k ote, and equity',
  'looking for $250k base plus 0.5% of equity',
  'open to 180k base for the right team',
  'would like a 4-day week, 3-2 hybrid, 9-5',
  'notice period of 3 months, free from january 2027',
  'can start in q1 2027 or by spring 2027',
  'commutes 20-30 minutes, 2 days a week in the office',
  'english c2, german b1, french a2',
  'a 10x engineer who is on time, now a manager of managers',
  'currently runs 3 teams of 8, now looking for more',
  'current role: head of sales, current team: 25 people',
  'today leads 60 people in 4 countries',
  'on track for 150% of quota, on the board of 2 charities',
  'base in europe, base knowledge of sql',
  'raised 220k for charity, ran a 10k every month',
  'gets things done, makes 60 calls a day, earns trust',
  'paid for their own training, paid media of $50k a month',
  'managed a $500k budget, now $5m',
  'saved $220k a year in cloud costs',
  'brought in 50k users, today 2m users',
  'grew the newsletter to 20k readers, now 120k',
  'first 10 hires, 0 to 1, 1 to 10, 10 to 100',
  'since the ipo, since series a, since their mba',
  'promoted 4 times in 6 years, promoted from within',
  'joined as employee 20 and left after the exit',
  'has an mba, a phd and 3 patents pending',
  'president’s club 5 times, top 1% of 400 reps',
  'has led through two exits and one ipo, since then an advisor',
  'spring cleaned the crm, fell for winter sports',
  'may relocate, may travel up to 50%',
  'text, chat and call support for 2 000 000 users',
  'mobile, web and signal processing for 10 years',
  'call center of 300 seats, 24/7/365',
  'phone sales, cold calls, 80-100 dials a day',
  'tel aviv, sf or remote, utc-8 to utc+2',
  'worked at salesforce.com and at booking.com',
  'vp sales @ a fintech, 3 years @ big tech',
  'email marketing, crm, seo and paid at a $10m startup',
  'a portfolio of 40 accounts, a book of $20m',
  'runs the web team, the site and the blog of a retailer',
  'in/out bound, b2b/b2c, smb/mid market, x/y tests',
  'gen z audience, model x, series x, plan b',
  'ratio of 1:4, 50/50 split, 80/20, 9/10 customers renew',
  'version 2.0, web 2.0, release 10.15.7, 99.99% uptime',
  '360 reviews, 401k plans, 1:1s, 100/200/300 goals',
  'shipped 2-week sprints, 4-6 releases a year',
  'over 1 000 000 000 requests a day on 300 servers',
  'sales of €10 000 000, £1.2m, 45 crore in revenue',
  'day rate plans, rate cards and pay equity',
  'comp plans for 200 reps, ote design and base pay bands',
  'package design, base layers, tc systems',
  'an order book of 415 555 0100 units',
  'at ease with pregnant pauses, sells with gay abandon',
  'won the 2019 award, shipped the 2021 edition',
])('finds nothing in %s', (line) => {
  expect(rules.flatMap((rule) => findInLine(rule, line))).toEqual([]);
  expect(rules.flatMap((rule) => findInLine(rule, 'a', `location: "sf, ${line}"\n`))).toEqual([]);
});
