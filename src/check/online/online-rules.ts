import type { SampledRule } from '../rule.ts';
import { type AnsweredSample, sampleApply, sampleLink } from './sample-answer.ts';

/** What `penny check --online` finds: the answers of the web. */
export const onlineRules = {
  applyGone: {
    name: 'role/apply-gone',
    severity: 'error',
    occasional: true,
    what: 'The page to apply for an open role is not there any more (404 or 410). Found with `--online`.',
    why: 'Readers click once; somebody who lands on nothing does not write to ask.',
    fix: 'Ask the client for the new address, or write `status: filled`.',
    samples: () => ({
      good: [sampleApply({}), sampleLink({})],
      bad: [
        {
          sample: sampleApply({ status: 404 }),
          finds: [
            {
              at: '9:8-9:41',
              message: 'the page to apply is not there (404)',
              hint: 'ask for the new address, or write status: filled',
            },
          ],
        },
        {
          sample: sampleApply({ status: 410 }),
          finds: [
            {
              at: '9:8-9:41',
              message: 'the page to apply is not there (410)',
              hint: 'ask for the new address, or write status: filled',
            },
          ],
        },
      ],
    }),
  },
  applyClosed: {
    name: 'role/apply-closed',
    severity: 'warning',
    occasional: true,
    what: 'The page to apply for an open role says that the job is gone, or sends readers to the list of all jobs. Found with `--online`.',
    why: 'Applicant-tracking systems answer as if all were well when a job is closed.',
    fix: 'Open the page and look; ask the client, or write `status: filled`.',
    samples: () => ({
      good: [
        sampleApply({ text: '<p>this job will be filled soon</p>' }),
        sampleLink({ text: '<p>this job is no longer available</p>' }),
      ],
      bad: [
        {
          sample: sampleApply({ text: '<p>This job is no longer available.</p>' }),
          finds: [
            {
              at: '9:8-9:41',
              message: 'the page to apply says that the job is gone',
              hint: 'open it and look; ask the client, or write status: filled',
            },
          ],
        },
        {
          sample: sampleApply({
            url: 'https://jobs.example.com/acme',
            redirects: [{ status: 302, to: 'https://jobs.example.com/acme' }],
          }),
          finds: [
            {
              at: '9:8-9:41',
              message: 'the page to apply sends readers to a list of jobs',
              hint: 'open it and look; ask the client, or write status: filled',
            },
          ],
        },
      ],
    }),
  },
  notFound: {
    name: 'link/not-found',
    severity: 'warning',
    occasional: true,
    what: 'A link leads to a page that is not there (404 or 410). Found with `--online`.',
    why: 'Mails cannot be mended after they are sent.',
    fix: 'Find where the page is now, or take the link out.',
    samples: () => ({
      good: [sampleLink({})],
      bad: [
        {
          sample: sampleLink({ status: 404 }),
          finds: [
            {
              at: '10:14-10:43',
              message: 'this page is not there (404)',
              hint: 'find its new address, or take the link out',
            },
          ],
        },
      ],
    }),
  },
  unreachable: {
    name: 'link/unreachable',
    severity: 'warning',
    occasional: true,
    what: 'A link leads to a server that does not exist, does not answer, or cannot be trusted. Found with `--online`.',
    why: 'Readers would see an error, or the warning of their browser.',
    fix: 'Open it in a browser; if it fails there, too, mend the address or take it out.',
    samples: () => ({
      good: [sampleLink({ failure: 'stopped', detail: 'broken off' })],
      bad: [
        {
          sample: sampleLink({ failure: 'unknown-host', detail: 'ENOTFOUND' }),
          finds: [
            { at: '10:14-10:43', message: 'there is no server of this name', hint: 'open it in a browser' },
          ],
        },
        {
          sample: sampleApply({ failure: 'untrusted', detail: 'CERT_HAS_EXPIRED' }),
          finds: [
            {
              at: '9:8-9:41',
              message: 'the server cannot prove who it is: browsers will warn of it',
              hint: 'open it in a browser; nobody can apply if it fails there, too',
            },
          ],
        },
      ],
    }),
  },
  moved: {
    name: 'link/moved',
    severity: 'note',
    occasional: true,
    what: 'A page says that it has moved for good. Found with `--online`.',
    why: 'The old address works until somebody tidies up.',
    fix: 'Write the new address.',
    samples: () => ({
      good: [
        sampleLink({
          url: 'https://example.org/study/',
          redirects: [{ status: 301, to: 'https://example.org/study/' }],
        }),
        sampleLink({
          url: 'https://www.example.org/b',
          redirects: [{ status: 302, to: 'https://www.example.org/b' }],
        }),
      ],
      bad: [
        {
          sample: sampleLink({
            url: 'https://www.example.org/b',
            redirects: [{ status: 301, to: 'https://www.example.org/b' }],
          }),
          finds: [
            {
              at: '10:14-10:43',
              message: 'this page has moved for good',
              hint: 'it is at “https://www.example.org/b” now',
            },
          ],
        },
      ],
    }),
  },
  unencrypted: {
    name: 'link/unencrypted',
    severity: 'warning',
    occasional: true,
    what: 'A link that starts with `https://` leads on to a page with `http://`. Found with `--online`.',
    why: 'Anybody on the way can read and change that page, and an application holds personal data.',
    fix: 'Ask whoever runs the page for an address with `https://`.',
    samples: () => ({
      good: [sampleLink({})],
      bad: [
        {
          sample: sampleLink({
            url: 'http://www.example.org/study',
            redirects: [{ status: 302, to: 'http://www.example.org/study' }],
          }),
          finds: [
            {
              at: '10:14-10:43',
              message: 'this link leads to a page without encryption',
              hint: 'it ends at “http://www.example.org/study”; ask for a page with https://',
            },
          ],
        },
      ],
    }),
  },
  notPublic: {
    name: 'link/not-public',
    severity: 'warning',
    occasional: true,
    what: 'A link leads into a private network, and was not called. Found with `--online`.',
    why: 'Readers cannot open it.',
    fix: 'Write the address under which everybody can reach the page.',
    samples: () => ({
      good: [sampleLink({})],
      bad: [
        {
          sample: sampleLink({ failure: 'not-public', detail: 'it is at 10.0.0.7' }),
          finds: [
            {
              at: '10:14-10:43',
              message: 'this leads into a private network, and was not called',
              hint: 'write the address under which everybody can reach the page',
            },
          ],
        },
      ],
    }),
  },
  notChecked: {
    name: 'link/not-checked',
    severity: 'note',
    occasional: true,
    what: 'A server would not tell whether a page is there: it wants a login, refuses programs, or is out of order; or no link of an issue was called, because one may be a candidate’s. Found with `--online`.',
    why: 'The link may be good or not; only a person can tell.',
    fix: 'Open it in a browser.',
    samples: () => ({
      good: [sampleLink({ status: 204 })],
      bad: [
        {
          sample: sampleLink({ status: 403 }),
          finds: [
            {
              at: '10:14-10:43',
              message: 'the server answered 403, so nobody can tell whether this page is there',
              hint: 'open it in a browser',
            },
          ],
        },
        {
          sample: sampleLink({ failure: 'offline', detail: 'ENETUNREACH' }),
          finds: [
            {
              at: '10:14-10:43',
              message:
                'this machine found no way to the server, so nobody can tell whether this page is there',
              hint: 'look again when you are online',
            },
          ],
        },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, SampledRule<AnsweredSample>>>;
