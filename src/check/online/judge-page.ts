import { quote } from '../reading/quote.ts';
import type { RuleDescription } from '../rule.ts';
import type { LinkUse } from './collect-links.ts';
import { onlineRules } from './online-rules.ts';
import type { FetchedPage, PageAnswer, PageFailure } from './page-answer.ts';
import { isMarkedAsGone, saysJobIsGone } from './says-job-is-gone.ts';

interface Judgement {
  readonly rule: RuleDescription;
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with a link, seen from what its page answered; undefined when nothing is, or nobody can tell. */
export function judgePage(use: LinkUse, answer: PageAnswer): Judgement | undefined {
  if ('failure' in answer) return judgeFailure(use, answer.failure);
  const { status } = answer;
  if (status === 404 || status === 410) return judgeMissing(use, status);
  if (status < 200 || status > 299) {
    return {
      rule: onlineRules.notChecked,
      message: `the server answered ${status}, so nobody can tell whether this page is there`,
      hint: 'open it in a browser',
    };
  }
  const closed = use.isApply ? judgeClosed(use, answer) : undefined;
  return closed ?? judgeEncryption(use, answer) ?? judgeMoved(use, answer);
}

const failureWords: Readonly<Record<Exclude<PageFailure, 'stopped' | 'not-public' | 'offline'>, string>> = {
  'unknown-host': 'there is no server of this name',
  'no-answer': 'the server does not answer',
  untrusted: 'the server cannot prove who it is: browsers will warn of it',
  'too-slow': 'the server takes longer than five seconds',
  redirects: 'the server sends readers on and on',
};

function judgeFailure({ isApply }: LinkUse, failure: PageFailure): Judgement | undefined {
  if (failure === 'stopped') return undefined;
  if (failure === 'offline') {
    const message = 'this machine found no way to the server, so nobody can tell whether this page is there';
    return { rule: onlineRules.notChecked, message, hint: 'look again when you are online' };
  }
  const hint = isApply
    ? 'open it in a browser; nobody can apply if it fails there, too'
    : 'open it in a browser';
  if (failure !== 'not-public')
    return { rule: onlineRules.unreachable, message: failureWords[failure], hint };
  return {
    rule: onlineRules.notPublic,
    message: 'this leads into a private network, and was not called',
    hint: 'write the address under which everybody can reach the page',
  };
}

function judgeMissing({ isApply }: LinkUse, status: number): Judgement {
  if (!isApply)
    return {
      rule: onlineRules.notFound,
      message: `this page is not there (${status})`,
      hint: 'find its new address, or take the link out',
    };
  return {
    rule: onlineRules.applyGone,
    message: `the page to apply is not there (${status})`,
    hint: 'ask for the new address, or write status: filled',
  };
}

function judgeClosed(use: LinkUse, page: FetchedPage): Judgement | undefined {
  const hint = 'open it and look; ask the client, or write status: filled';
  const rule = onlineRules.applyClosed;
  if (leadsToList(use.address, page))
    return { rule, message: 'the page to apply sends readers to a list of jobs', hint };
  return isMarkedAsGone(page) || saysJobIsGone(page.text)
    ? { rule, message: 'the page to apply says that the job is gone', hint }
    : undefined;
}

/**
 * A closed job is sent to where its own address started: `/acme/jobs/123` to `/acme`. From `/123/apply` to `/123` is the
 * way from the form to its job.
 */
function leadsToList(address: string, { url, redirects }: FetchedPage): boolean {
  const [from, to] = [URL.parse(address), URL.parse(url)];
  if (from === null || to === null || redirects.length === 0) return false;
  const job = from.pathname.replace(/\/+$/, '').replace(/\/(?:apply|application)$/i, '');
  const list = to.pathname.replace(/\/+$/, '');
  return withoutWww(from) === withoutWww(to) && job.startsWith(`${list}/`);
}

/** Who opens an encrypted link is not warned that it ends without encryption. */
function judgeEncryption({ address }: LinkUse, { url }: FetchedPage): Judgement | undefined {
  if (!/^https:/i.test(address) || !/^http:/i.test(url)) return undefined;
  return {
    rule: onlineRules.unencrypted,
    message: 'this link leads to a page without encryption',
    hint: `it ends at ${quote(url)}; ask for a page with https://`,
  };
}

function judgeMoved({ address }: LinkUse, { url, redirects }: FetchedPage): Judgement | undefined {
  const isForGood = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  const [from, to] = [URL.parse(address), URL.parse(url)];
  if (!isForGood || from === null || to === null || isSamePage(from, to) || asksWhoYouAre(to))
    return undefined;
  return {
    rule: onlineRules.moved,
    message: 'this page has moved for good',
    hint: `it is at ${quote(url)} now`,
  };
}

/** But for what servers add for themselves: a slash, `www.`, the encryption. */
function isSamePage(from: URL, to: URL): boolean {
  const path = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');
  return withoutWww(from) === withoutWww(to) && path(from) === path(to);
}

/** Some servers say “moved for good” when they mean “sign in first”. */
function asksWhoYouAre({ host, pathname }: URL): boolean {
  return /(?:^|[./_-])(?:log-?in|sign-?in|sso|oauth2?|auth|consent)(?:[./_-]|$)/i.test(`${host}${pathname}`);
}

function withoutWww({ host }: URL): string {
  return host.replace(/^www\./, '');
}
