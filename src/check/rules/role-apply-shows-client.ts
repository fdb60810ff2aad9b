import type { Newsletter } from '../newsletter.ts';
import { placeOfField } from '../reading/field-place.ts';
import { placeInField } from '../reading/place-in-field.ts';
import { findBoardToken } from '../roles/find-board-token.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import type { Span } from '../sample.ts';

const message = 'the link shows the client’s name, and the role has no company:';
const hint = 'write a mailto: address of yours, or add company: if the client agreed';

export const roleApplyShowsClient: Rule = {
  name: 'role/apply-shows-client',
  severity: 'warning',
  what: 'A role without `company` is confidential, and its `apply` link leads to a job board that has the client’s name in its address.',
  why: 'Everybody can read the address of a link; it is how most confidential searches become known.',
  fix: 'Write `mailto:` with an address of yours, or name the company if the client agreed.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'company: acme', 'apply: https://jobs.lever.co/acme/vp-of-sales']),
      sampleRole(['title: vp of sales', 'apply: https://jobs.lever.co/penny/vp-of-sales']),
      sampleRole(['title: vp of sales', 'apply: https://apply.workable.com/j/3F2A91']),
      sampleRole(['title: vp of sales', 'apply: https://jobs.example.com/acme/vp-of-sales']),
      sampleRole(['title: vp of sales', 'apply: https://www.workable.com']),
      sampleRole(['title: vp of sales', 'apply: https://jobs.lever.co']),
    ],
    bad: [
      at('https://jobs.lever.co/acme/vp-of-sales', '9:30-9:34'),
      at('"https://Boards.Greenhouse.io/Acme/jobs/1?gh_src=acme"', '9:38-9:42'),
      at('https://boards.greenhouse.io/embed/job_app?for=acme&token=1', '9:55-9:59'),
      at('https://job-boards.greenhouse.io/jobs?for=jobs-and-more', '9:50-9:63'),
      at('https://acme.wd5.myworkdayjobs.com/External/job/vp', '9:16-9:20'),
      at('https://careers-acme.icims.com/jobs/1', '9:24-9:28'),
      at('https://jobs.smartrecruiters.com/oneclick-ui/company/Acme/job/1', '9:61-9:65'),
      at('https://join.com/companies/acme/vp-of-sales', '9:35-9:39'),
    ],
  }),
  *check({ issue, newsletter }) {
    for (const role of openRolesOf(issue)) {
      const { apply } = role.fields;
      if (apply === undefined || role.places.has('company')) continue;
      const token = findBoardToken(apply);
      if (token === undefined || isOwn(token.text, newsletter)) continue;
      yield { place: placeInField(issue.source, placeOfField(role, 'apply'), token), message, hint };
    }
  },
};

/** A recruiter may have a board too. */
function isOwn(token: string, { url, sender }: Newsletter): boolean {
  const hosts = [url.replace(/^https?:\/\//i, ''), sender.address, sender.replyTo];
  const words = hosts.flatMap((host) => host.toLowerCase().split(/[^\p{L}\p{N}-]+/u));
  return words.includes(token.toLowerCase());
}

function at(link: string, span: Span) {
  return {
    sample: sampleRole(['title: vp of sales', `apply: ${link}`]),
    finds: [{ at: span, message, hint }],
  };
}
