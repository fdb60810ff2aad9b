import { offerChoices } from './choices.js';
import { byId } from './element.js';
import { countFindings, listFindings } from './findings.js';
import { createFrame } from './frame.js';
import { linkIssues } from './issue-links.js';
import { listen } from './live.js';
import { closeNotice, showNotice } from './notice.js';
import { say, sayLost } from './status.js';

const slug = location.pathname.split('/').at(-1);
const frames = {
  email: createFrame(byId('panel-email'), 'The email'),
  web: createFrame(byId('panel-web'), 'The page on the web'),
};
let version;
let scheme;
let since;

byId('notice-close').addEventListener('click', () => {
  closeNotice();
  byId('checks').focus();
});
offerChoices((choices) => {
  scheme = choices.scheme;
  showFrames();
});
listen(
  `/events?issue=${slug}`,
  { rendered: showIssue, broken: showIssue, missing: showIssue, failed: showIssue, issues: showIssues },
  sayLost,
);

function showIssue(event, isNew) {
  const { entry, shown, findings = [] } = event;
  if (isNew) since = new Date().toLocaleTimeString();
  if (entry !== undefined) showTitle(entry.title);
  if (shown !== undefined) showRendering(shown);
  listFindings(byId('findings'), findings);
  showVerdict(event.findings);
  showNotice(event);
  say(`${describeStatus(event)}, ${since}`, event.kind === 'rendered' ? 'fine' : 'broken');
}

function showIssues({ entries }, isNew) {
  if (isNew) linkIssues(byId('issues'), entries);
}

function showTitle(title) {
  byId('title').textContent = title;
  document.title = `${title} · preview`;
}

function showRendering({ from, subject, preheader, text, ...rendering }) {
  byId('inbox').hidden = false;
  byId('avatar').textContent = Array.from(from.name)[0] ?? '';
  byId('from').textContent = from.name;
  byId('subject').textContent = subject;
  byId('preheader').textContent = preheader ?? 'no preheader: here stand the first words of the letter';
  byId('text').textContent = text;
  version = rendering.version;
  showFrames();
}

function showFrames() {
  if (version === undefined) return;
  for (const [form, show] of Object.entries(frames)) {
    show(`/issues/${slug}/${form}?scheme=${scheme}&version=${version}`);
  }
}

function describeStatus({ kind, findings }) {
  switch (kind) {
    case 'rendered':
      return 'Up to date';
    case 'broken':
      return countFindings(findings);
    case 'missing':
      return 'Not there';
    case 'failed':
      return 'Not rendered';
  }
}

function showVerdict(findings) {
  const verdict = byId('verdict');
  verdict.textContent = describeVerdict(findings);
  verdict.dataset.mood = findings?.length === 0 ? 'fine' : 'open';
}

function describeVerdict(findings) {
  if (findings === undefined) return 'Nothing was checked.';
  if (findings.length === 0) return 'Nothing to mend.';
  const stops = findings.some(({ severity }) => severity === 'error');
  return `${countFindings(findings)}. ${stops ? 'Errors stop the site and the mailing.' : 'Nothing here stops the mailing.'}`;
}
