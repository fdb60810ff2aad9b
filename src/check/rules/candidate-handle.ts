import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { LatePattern } from '../search/pattern.ts';

const service =
  '(?:behance|discord|dribbble|facebook|github|gitlab|insta(?:gram)?|linked ?in|mastodon|medium|signal|skype|telegram|threads|tik ?tok|twitter|wechat|whatsapp|xing)';
const short = '(?:fb|gh|ig|li|tg|x)';
const name = '\\p{L}[\\p{L}\\p{N}_]+(?:[._-][\\p{L}\\p{N}_]+)*';
/** Accounts of these services have no other letters. Properties of characters are slow to compile. */
const plainName = '[a-z][a-z\\d_]+(?:[._-][a-z\\d_]+)*';
/** `jane_doe`, `janedoe82`, `jane#1234`; not `b2b` and `node.js`. */
const telling =
  '(?:[a-z]{2,32}[._][a-z]{2,32}(?<!\\.(?:com|io|js|net))\\d{0,4}|[a-z]{3,32}[._]?\\d{2,4}|[a-z][a-z\\d._-]{1,32}#\\d{4})';
/** `jane-doe-sells`, not `top-notch` and `up-to-date`. */
const hyphened =
  '(?!(?:all|best|first|half|high|long|low|non|not|off|on|one|out|over|second|self|semi|top|under|up|well|world)-)[a-z]{2,32}(?:-[a-z\\d]{1,32}){1,3}(?<!-(?:based|date|driven|first|focused|free|friendly|heavy|known|led|level|made|only|ready|rich))';
/** Words that stand behind a service without being somebody’s name there. */
const things = [
  'actions|ads?|advertis[a-z]+|agenc[a-z]+|analytics|and|apis?|apps?|audiences?|automation|bots?|business|campaigns?|channels?|chats?|clients?|communit[a-z]+|content|copilot|creators?|crm|cold|daily|data|dms?',
  'email|e-mail|engagement|enterprise|events?|expert|fans?|followers?|following|for|google|groups?|growth|hiring|in|inc|indeed|influencer?s?|integrations?|is|jobs?|launch|leads?|learning|live|marketing|media|messag[a-z]+',
  'moderat[a-z]+|navigator|news|newsletters?|nitro|on|or|organic|outbound|outreach|pages?|paid|partner[a-z]*|phone|posts?|premium|presence|prospecting|reach|recruit[a-z]+|reddit|reels|remote|repos?|research|sales|search|selling|servers?|shops?|sms|social|spaces|sponsored',
  'stories|strategy|support|teams?|threads|tools?|traffic|trends?|users?|verified|videos?|voice|web|youtube|tik ?tok|slack|zoom|jira|bitbucket|glassdoor',
].join('|');
const notThing = `(?!(?:${service}|${short}|${things})(?![a-z\\d]))`;
const starts = '(?<=(?:^|[\\n,;:.(|/·•‐-―-]) ?)';
const ends = '(?=\\s*(?:[,;)|]|\\.?\\s*$))';

/** Between word boundaries that are written once: a class of all letters is slow to compile. */
const handle = new LatePattern(
  [
    // `@jane`
    `(?<![\\p{L}\\p{N}_.@/+%-])@${name}`,
    // `/in/jane`
    `(?<![\\p{L}\\p{N}_.@/+%-])/in/${plainName}`,
    `(?<![\\p{L}\\p{N}])(?:${[
      // `linkedin: jane-doe` and nothing behind it
      `${service}(?: (?:handle|id|name|profile|user|username))?: ?(?:@|/?(?:in|u|user)/)?${name}(?:#\\d{4})?${ends}`,
      // `telegram handle janedoe`, `wechat id janedoe88`, `their linkedin is jane-doe`
      `${service} (?:handle|nick(?:name)?|username)(?: is)? @?${notThing}${plainName}${ends}`,
      `${service}(?: (?:id|name|profile))?(?: is)? @?${telling}${ends}`,
      `${service}(?: (?:id|name|profile))? is @?${hyphened}${ends}`,
      // `signal me @ jane.55`
      `${service} (?:me|them|her|him|us)(?: (?:as|at|on|@))? @?${telling}${ends}`,
      `${short}: ?(?:@|/?(?:in|u|user)/)?${notThing}${plainName}${ends}`,
      // `find them as jane on linkedin`
      `(?:find|look|search)(?: \\p{L}+){0,3}? (?:as|for|under) ${name} on ${service}(?![\\p{L}\\p{N}])`,
    ].join('|')})`,
    // `twitter jane`, `linkedin/jane`, where a line or a part of it is nothing else
    `${starts}(?:(?:discord|insta|mastodon|skype|telegram|twitter|wechat|gh|ig|tg) |${service}/|(?:gh|li|ig|tg|x)/(?:in/)?)${notThing}${plainName}${ends}`,
  ].join('|'),
  'giu',
);

/** A part of whatever is found above. Most candidates have nothing like it, and need no pattern that long. */
const anyHandle = new RegExp(`@|/in/|${service}|${short}[:/]|(?<![a-z])(?:gh|ig|tg) `, 'gi');

const hint = 'delete it; people reach them through you';

export const candidateHandle: Rule = {
  name: 'candidate/handle',
  severity: 'warning',
  what: 'The name of an account, such as `@janedoe`, stands in an active candidate.',
  why: 'It names the person as well as an address does.',
  fix: 'Delete it.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- 15 years in sales @ fintechs, 3 @2x quota\n- hello@penny.example, https://penny.example/@penny\n- linkedin: 20k readers, github: three tools in use, known as a voice on linkedin',
      ),
      sampleCandidate(
        '- twitter ads, linkedin navigator, github/gitlab\n- gh actions, gen x, linkedin b2b\n- their linkedin is top-notch, github is up-to-date, discord id checks, linkedin is strong',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales, writes as @janedoe.'),
        finds: [{ at: '11:32-11:40', message: '“@janedoe” is the name of an account', hint }],
      },
      {
        sample: sampleCandidate('- **@李小龙**, [@jane.doe](https://penny.example)'),
        finds: [
          { at: '11:5-11:9', message: '“@李小龙” is the name of an account', hint },
          { at: '11:14-11:23', message: '“@jane.doe” is the name of an account', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- linkedin: in/jane-doe, GitHub handle: janedoe\n- look them up as janedoe on LinkedIn',
        ),
        finds: [
          { at: '11:3-11:24', message: '“linkedin: in/jane-doe” is the name of an account', hint },
          { at: '11:26-11:48', message: '“GitHub handle: janedoe” is the name of an account', hint },
          {
            at: '12:3-12:38',
            message: '“look them up as janedoe on LinkedIn” is the name of an account',
            hint,
          },
        ],
      },
      {
        sample: sampleCandidate('- li: /in/janeq, gh janeq, discord janeq#1234\n- linkedin/janeq'),
        finds: [
          { at: '11:3-11:16', message: '“li: /in/janeq” is the name of an account', hint },
          { at: '11:18-11:26', message: '“gh janeq” is the name of an account', hint },
          { at: '11:28-11:46', message: '“discord janeq#1234” is the name of an account', hint },
          { at: '12:3-12:17', message: '“linkedin/janeq” is the name of an account', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- discord: janeq#1234, wechat id janeq_sells88\n- their linkedin is jane-q-sells, signal me @ janeq.55',
        ),
        finds: [
          { at: '11:3-11:22', message: '“discord: janeq#1234” is the name of an account', hint },
          { at: '11:24-11:47', message: '“wechat id janeq_sells88” is the name of an account', hint },
          { at: '12:9-12:33', message: '“linkedin is jane-q-sells” is the name of an account', hint },
          { at: '12:35-12:55', message: '“signal me @ janeq.55” is the name of an account', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    if (findInCandidates(issue, anyHandle).length === 0) return;
    for (const { text, place } of findInCandidates(issue, handle)) {
      yield { place, message: `${quote(text)} is the name of an account`, hint };
    }
  },
};
