import { byId, element } from './element.js';
import { countFindings } from './findings.js';

/** What a recruiter calls the families of rules. */
const areas = [
  { name: 'Subject, size and mail programs', families: ['mail'] },
  { name: 'Open roles and pay', families: ['role', 'pay'] },
  { name: 'Candidates and their consent', families: ['candidate', 'consent'] },
  { name: 'Names that must not appear', families: ['never-name'] },
  { name: 'Links', families: ['link'] },
  { name: 'Pictures', families: ['image'] },
  { name: 'Essay and wording', families: ['essay', 'text', 'language', 'merge-tag'] },
  { name: 'The file', families: ['issue', 'block', 'file', 'schema', 'ignore'] },
];

/** Signs that differ by shape, for those who do not tell the colours apart. */
const signs = { fine: '✓', note: 'i', warning: '!', error: '✕' };

/** Answers whether the issue is ready to send; `findings` is undefined when nothing was checked. */
export function showChecks(findings) {
  const state = findings === undefined ? 'unknown' : worstOf(findings);
  byId('verdict').dataset.state = state;
  byId('verdict').replaceChildren(sign(state), element('span', {}, describeVerdict(findings, state)));
  byId('areas-title').hidden = findings === undefined;
  byId('areas').replaceChildren(
    ...(findings === undefined ? [] : areas.map((area) => describeArea(area, findings))),
  );
  showBadge(findings ?? []);
}

function worstOf(findings) {
  return (
    ['error', 'warning', 'note'].find((severity) => findings.some((one) => one.severity === severity)) ??
    'fine'
  );
}

function describeVerdict(findings, state) {
  switch (state) {
    case 'unknown':
      return 'Nothing was checked.';
    case 'fine':
      return 'Yes. Nothing to mend.';
    case 'note':
      return `Yes. ${countFindings(findings)}, for you to know.`;
    case 'warning':
      return `Nothing stops it, but look at this: ${countFindings(findings)}.`;
    default:
      return `Not yet: ${countFindings(findings)}. Errors stop the mailing; those of the issue stop the site, too.`;
  }
}

function describeArea({ name, families }, findings) {
  const own = findings.filter(({ rule }) => families.includes(rule.split('/')[0]));
  const state = worstOf(own);
  return element(
    'li',
    { 'data-state': state },
    sign(state),
    element('span', {}, name),
    element('span', { class: 'count' }, state === 'fine' ? 'fine' : countFindings(own)),
  );
}

function sign(state) {
  return element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state] ?? '–');
}

/** On the tab: how many need a look. */
function showBadge(findings) {
  const open = findings.filter(({ severity }) => severity !== 'note');
  byId('badge').textContent = open.length === 0 ? '' : String(open.length);
  byId('badge').dataset.state = worstOf(open);
}

const wide = matchMedia('(min-width: 1000px) and (min-height: 480px)');

/** Beside what is shown where there is room for it; in a tab of its own otherwise, and whenever that is chosen. */
export function placeChecks(form) {
  const isBeside = wide.matches && form !== 'checks';
  byId('rail').hidden = !isBeside;
  const place = byId(isBeside ? 'rail' : 'panel-checks');
  if (byId('checks').parentElement !== place) place.append(byId('checks'));
}

export function onRoomChange(react) {
  wide.addEventListener('change', react);
}
