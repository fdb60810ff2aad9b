import type { WrittenIssue } from '../../issue/issue.ts';
import type { LineMatch } from '../search/find-in-lines.ts';
import { LatePattern } from '../search/pattern.ts';
import { candidatesOf } from './active-candidates.ts';
import { findInWholeCandidate } from './find-in-candidate.ts';

/** A web address, with or without what comes before its host, also where that is misspelt, as far as its path goes. */
const webAddress =
  /(?<![\p{L}\p{N}_@-])(?<![\p{L}\p{N}_-]\.)(?<![\p{L}\p{N}_.~%-]\/)(?:https?:\/\/(?:[^\s/?#@]{1,99}@)?)?(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?:\.?(?::\d{1,5})?[/?#][^\s<>()[\]"“”’]*[^\s<>()[\]"“”’.,;:!?*_`])?/giu;

/** Hosts whose pages are people, each followed by the start of such a page’s path. */
const personalPages = [
  /^(?:(?:[\p{L}\p{N}-]+\.)*linkedin\.com\/(?:in|pub)\/|lnkd\.in\/)./u,
  /^(?:github|gitlab|x|twitter|dribbble|facebook|fb|instagram|kaggle)\.com\/./,
  /^(?:t\.me|wa\.me|signal\.me|calendly\.com|cal\.com|ko-fi\.com|patreon\.com)\/./,
  /^(?:behance\.net|about\.me|bitbucket\.org|linktr\.ee|bsky\.app\/profile|orcid\.org)\/./,
  /^(?:medium\.com|youtube\.com|threads\.net|threads\.com|tiktok\.com)\/@./,
  /^[\p{L}\p{N}-]+\.(?:medium\.com|github\.io|gitlab\.io|substack\.com|linktr\.ee|carrd\.co|bsky\.social|about\.me|bio\.link|myportfolio\.com|hashnode\.dev|bearblog\.dev|read\.cv)(?:[/?#]|$)/u,
  /^(?:stackoverflow\.com\/users|xing\.com\/(?:profile|profiles)|scholar\.google\.com\/citations|read\.cv|wellfound\.com\/u)[/?]/,
];

/** Pages of the sites themselves, whose names no person can have there. */
const pagesOfSites =
  /^(?:github|gitlab)\.com\/(?:about|apps|blog|collections|contact|customer-stories|enterprise|events|explore|features|help|join|login|marketplace|new|notifications|orgs|pricing|readme|search|security|settings|site|sponsors|topics|trending)(?:[/?#]|$)|^(?:x|twitter)\.com\/(?:about|compose|explore|hashtag|home|i|intent|jobs|login|privacy|search|settings|share|tos)(?:[/?#]|$)/;

/** Every web address that stands in a candidate and is written as one: a link, or bare text with a host and a path. */
export function findCandidateLinks(issue: WrittenIssue): readonly LineMatch[] {
  return candidatesOf(issue).flatMap((candidate) => findInWholeCandidate(issue, candidate, webAddress));
}

/** A host behind a word that says whose it is. */
const ownPage =
  /(?<=(?<![\p{L}\p{N}])(?:portfolio|(?:personal |own )?(?:web ?)?site|web(?: ?page)?|home ?page|blog|cv|r[eé]sum[eé]|lebenslauf)(?: is| at| on)?[:=]? ?(?:https?:\/\/)?)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}@-])/giu;

/** Every web address of a candidate that stands behind a word such as “portfolio”: `portfolio: jane.example`. */
export function findOwnPages(issue: WrittenIssue): readonly LineMatch[] {
  return candidatesOf(issue).flatMap((candidate) => findInWholeCandidate(issue, candidate, ownPage));
}

/** Before “dot com” they tell of a time or of some company. */
const ofTheTime =
  'an?|the|pre|post|every|first|last|early|late|old|new|big|small|large|tiny|major|former|failed|famous|ex|of|in|from|during|since|through|two|three|several|many';

/** `janedoe dot com`, where a line or a part of it ends; behind “at” it is an e-mail address. */
const speltPage = new LatePattern(
  `(?<![\\p{L}\\p{N}@.-])(?<!(?:\\bat|[@)\\]}>|*_]) ?)(?!(?:${ofTheTime}) )[a-z\\d-]{2,63} dot (?:ai|app|co|com|dev|io|me|net|org)(?=\\s*(?:[,;)]|\\.?\\s*$))`,
  'giu',
);

/** Every web address of a candidate that is spelt for people and not for programs. */
export function findSpeltPages(issue: WrittenIssue): readonly LineMatch[] {
  return candidatesOf(issue).flatMap((candidate) => findInWholeCandidate(issue, candidate, speltPage));
}

/** Whether an address is that of a page about one person, or leads on to one, as those of mail filters do. */
export function isPersonalPage(address: string): boolean {
  return address
    .split(/(?=https?:\/\/)/i)
    .map(withoutStart)
    .some((page) => !pagesOfSites.test(page) && personalPages.some((pattern) => pattern.test(page)));
}

/** The host of a web address, without `www.` and in lower case. */
export function hostOf(address: string): string {
  return withoutStart(address).replace(/[/?#:].*$/, '');
}

function withoutStart(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:[^/?#@]*@)?/, '')
    .replace(/^(?:www|m|mobile|[a-z]{2})\.(?=[^/]*\.)/, '')
    .replace(/^([^/?#:]*?)\.?(?::\d+)?(?=[/?#]|$)/, '$1');
}
