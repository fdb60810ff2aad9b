import { onRoomChange, placeChecks, showChecks } from './checks.js';
import { offerChoices } from './choices.js';
import { showDetails } from './details.js';
import { byId } from './element.js';
import { countFindings, listFindings } from './findings.js';
import { createFrame } from './frame.js';
import { offerHandOut, prepareHandOut } from './hand-out.js';
import { showInbox } from './inbox.js';
import { linkIssues } from './issue-links.js';
import { listen } from './live.js';
import { closeNotice, showNotice } from './notice.js';
import { offerReaders, showReader } from './readers.js';
import { fitScreen } from './screen.js';
import { say, sayLost } from './status.js';

const slug = location.pathname.split('/').at(-1);
const frames = {
  email: createFrame(byId('panel-email'), 'The email'),
  web: createFrame(byId('panel-web'), 'The page on the web'),
};
let choices;
let reader = 'sample';
let letter;
let since;
let stopListening = () => {};

byId('notice-close').addEventListener('click', () => {
  closeNotice();
  const rail = byId('rail');
  (rail.hidden ? document.querySelector('[aria-selected="true"]') : rail).focus();
});
offerHandOut(addressOf);
offerChoices((chosen) => {
  choices = chosen;
  placeChecks(chosen.form);
  fitScreen(chosen);
  showFrame();
});
onRoomChange(() => placeChecks(choices.form));
offerReaders((chosen) => {
  reader = chosen;
  follow();
});
follow();

/** Listens to what happens to the issue, as this reader gets it. */
function follow() {
  stopListening();
  stopListening = listen(
    `/events?${new URLSearchParams({ issue: decodeURIComponent(slug), for: reader })}`,
    {
      rendered: showIssue,
      broken: showIssue,
      missing: showIssue,
      failed: showIssue,
      examined: showExamined,
      issues: showIssues,
    },
    sayLost,
  );
}

/** Of a rendering, what there is to mend comes a moment later: until then it is what was. */
function showIssue(event, isNew) {
  const { entry, shown } = event;
  if (isNew) since = new Date().toLocaleTimeString();
  if (shown !== undefined) showRendering(shown);
  if (entry !== undefined) showTitle(entry.title);
  if (event.kind !== 'rendered') showFindings(event.findings);
  showNotice(event);
  say(`${describeStatus(event)}, ${since}`, event.kind === 'rendered' ? 'fine' : 'broken');
}

function showExamined({ findings, details }) {
  showFindings(findings);
  showDetails(letter, details);
}

function showFindings(findings) {
  listFindings(byId('findings'), findings ?? []);
  showChecks(findings);
}

function showIssues({ entries }, isNew) {
  if (isNew) linkIssues(byId('issues'), entries);
}

function showTitle(title) {
  byId('title').textContent = title;
  document.title = `${title} · preview`;
}

/** The frame first: it takes longest. */
function showRendering(shown) {
  letter = shown;
  showFrame();
  showInbox(letter);
  showReader(letter.addressee, reader);
  byId('text').textContent = letter.text;
  prepareHandOut(letter.text, addressOf('eml'));
}

/** Only the one that is seen: the other is loaded when it is chosen. */
function showFrame() {
  if (letter === undefined) return;
  const { form, scheme, pictures } = choices;
  frames[form]?.(addressOf(form, { scheme, pictures, version: letter.version }));
}

function addressOf(form, look = {}) {
  return `/issues/${slug}/${form}?${new URLSearchParams({ for: reader, ...look })}`;
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
