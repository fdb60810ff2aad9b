import type { RuleDescription } from '../rule.ts';

/** What `penny check --online` finds: the answers of the web. */
export const onlineRules = {
  applyGone: {
    name: 'role/apply-gone',
    severity: 'error',
    occasional: true,
    what: 'The page to apply for an open role is not there any more (404 or 410). Found with `--online`.',
    why: 'Readers click once; somebody who lands on nothing does not write to ask.',
    fix: 'Ask the client for the new address, or write `status: filled`.',
  },
  applyClosed: {
    name: 'role/apply-closed',
    severity: 'warning',
    occasional: true,
    what: 'The page to apply for an open role says that the job is gone, or sends readers to the list of all jobs. Found with `--online`.',
    why: 'Applicant-tracking systems answer as if all were well when a job is closed.',
    fix: 'Open the page and look; ask the client, or write `status: filled`.',
  },
  notFound: {
    name: 'link/not-found',
    severity: 'warning',
    occasional: true,
    what: 'A link leads to a page that is not there (404 or 410). Found with `--online`.',
    why: 'Mails cannot be mended after they are sent.',
    fix: 'Find where the page is now, or take the link out.',
  },
  unreachable: {
    name: 'link/unreachable',
    severity: 'warning',
    occasional: true,
    what: 'A link leads to a server that does not exist, does not answer, or cannot be trusted. Found with `--online`.',
    why: 'Readers would see an error, or the warning of their browser.',
    fix: 'Open it in a browser; if it fails there, too, mend the address or take it out.',
  },
  moved: {
    name: 'link/moved',
    severity: 'note',
    occasional: true,
    what: 'A page says that it has moved for good. Found with `--online`.',
    why: 'The old address works until somebody tidies up.',
    fix: 'Write the new address.',
  },
  unencrypted: {
    name: 'link/unencrypted',
    severity: 'warning',
    occasional: true,
    what: 'A link that starts with `https://` leads on to a page with `http://`. Found with `--online`.',
    why: 'Anybody on the way can read and change that page, and an application holds personal data.',
    fix: 'Ask whoever runs the page for an address with `https://`.',
  },
  notPublic: {
    name: 'link/not-public',
    severity: 'warning',
    occasional: true,
    what: 'A link leads into a private network, and was not called. Found with `--online`.',
    why: 'Readers cannot open it.',
    fix: 'Write the address under which everybody can reach the page.',
  },
  notChecked: {
    name: 'link/not-checked',
    severity: 'note',
    occasional: true,
    what: 'A server would not tell whether a page is there: it wants a login, refuses programs, or is out of order; or no link of an issue was called, because one may be a candidate’s. Found with `--online`.',
    why: 'The link may be good or not; only a person can tell.',
    fix: 'Open it in a browser.',
  },
} satisfies Readonly<Record<string, RuleDescription>>;
