/**
 * The words around an author's, as readers see them where `labels:` says nothing else, by where they stand.
 * What is in braces is filled in.
 */
const places = {
  'In mails and on pages': {
    issue: 'issue {number}',
    allIssues: 'all issues',
    openRoles: 'open roles',
    subscribe: 'subscribe',
    table: 'table',
  },
  'In mails': {
    readOnline: 'read online',
    whyThisMail: 'you get this e-mail because you subscribed to {name}.',
    unsubscribe: 'unsubscribe',
  },
  'On the card of a role': {
    closedRole: 'role',
    rolePaused: 'this role is paused',
    roleFilled: 'this role is filled',
    roleWithdrawn: 'this role is withdrawn',
    roleExpired: 'this role has closed',
    onsite: 'onsite',
    hybrid: 'hybrid',
    remote: 'remote',
    remoteFrom: 'remote ({countries})',
    perYear: '{pay} per year',
    perMonth: '{pay} per month',
    perWeek: '{pay} per week',
    perDay: '{pay} per day',
    perHour: '{pay} per hour',
    fullTime: 'full-time',
    partTime: 'part-time',
    contract: 'contract',
    temporary: 'temporary',
    intern: 'internship',
    closes: 'closes {date}',
  },
  'On the card of a candidate': {
    closedCandidate: 'candidate',
    candidatePaused: 'this candidate is paused',
    candidatePlaced: 'this candidate is placed',
    candidateWithdrawn: 'this candidate is withdrawn',
    withheldCandidate: 'subscribers met a candidate here.',
    meetTheNext: 'subscribe to meet the next one',
  },
  'On pages': {
    skip: 'skip to the content',
    site: 'site',
    feed: 'rss',
    minutes: '{minutes} min read',
    newer: 'newer',
    older: 'older',
    moreIssues: 'more issues',
    backToMention: 'back to mention {number}',
    latestIssue: 'the latest issue',
    earlierIssues: 'earlier issues',
    noIssues: 'the first issue is on its way.',
    issuesAbout: 'issues about',
    noRoles: 'no role is open right now. the next issue may bring one.',
    confidential: 'the company is confidential.',
    posted: 'posted {date}.',
    fromThisIssue: 'from this issue',
    fromTheseIssues: 'from these issues',
    notFound: 'there is nothing here',
    notFoundLead: 'the page you came for has moved, or never was.',
  },
  'On the form to subscribe': {
    yourAddress: 'your e-mail address',
    yourTopics: 'your topics',
    leaveEmpty: 'leave this empty',
    confirmFirst: 'you get a mail to confirm first, and every issue has a link to leave.',
  },
  'On the page behind the form': {
    subscribed: 'one more step',
    subscribedLead: 'look into your inbox: if the address can have {name}, a mail is on its way to it.',
    subscribedHint:
      'open it and confirm; without that, nothing comes. it may take a few minutes, and it may lie in the folder for spam. there is one such mail a day: if you asked before, look for that one.',
  },
  'In the mail to confirm': {
    confirmAsk: 'is this you?',
    confirmWhy:
      'somebody asked for {name} with this address. if it was you, confirm it, and the next issue is yours.',
    confirmElse: 'if it was not you, do nothing: without your confirmation you get no other mail.',
    confirmLink: 'the link works for seven days:',
  },
  'On the pages to confirm': {
    confirm: 'confirm',
    confirmPage: 'you are nearly there',
    confirmLead: 'confirm that you want {name} by e-mail.',
    confirmHint: 'every issue has a link to leave.',
    confirmed: 'you are on the list',
    confirmedLead: 'the next issue of {name} comes to you.',
  },
  'On the pages to leave': {
    leave: 'leave',
    leaveAsk: 'leave {name}?',
    leaveLead: 'no more mail will come to {address}.',
    chooseInstead: 'or stay, and choose your topics',
    save: 'save',
    left: 'you have left',
    leftLead: 'no more issues of {name} come to you.',
    leftHint: 'it was good to have you. if it was a slip, you can come back; a mail asks you to confirm.',
    gone: 'you have left',
    goneLead: 'this address gets no mail of {name}.',
    goneHint: 'you can come back; a mail asks you to confirm.',
    subscribeAgain: 'subscribe again',
    chosen: 'your topics are saved',
    chosenLead: '{name} knows now what you would like to hear about.',
    chosenHint: 'every mail has a link to choose again.',
  },
  'On the pages that refuse': {
    badAddress: 'this is no e-mail address',
    badAddressLead: 'look at it again, and subscribe below.',
    badLinkLead: 'the address is not complete, or never was one. take the whole link of the mail.',
    late: 'this link cannot be used any more',
    lateLead: 'subscribe again below, and a new one comes; or answer any of our mails.',
    tooMany: 'that was a lot at once',
    tooManyLead: 'wait a minute, and try again.',
    busy: 'not at this moment',
    busyLead: 'nothing is lost: try again in a minute.',
    broken: 'something went wrong here',
    brokenLead: 'it is not your fault. try again later, or answer any of our mails.',
    notHere: 'this cannot be done here',
  },
} as const;

type NamesOf<Groups> = Groups extends unknown ? keyof Groups : never;

export type LabelName = NamesOf<(typeof places)[keyof typeof places]>;

export interface LabelDefault {
  readonly where: string;
  readonly words: string;
}

/** Every label with what it says by itself. */
export const labelDefaults: Readonly<Record<string, LabelDefault>> = Object.fromEntries(
  Object.entries(places).flatMap(([where, labels]) =>
    Object.entries(labels).map(([name, words]) => [name, { where, words }]),
  ),
);
