import { element } from './element.js';

const severities = ['error', 'warning', 'note'];

/** So many characters of a long line stand before and after what a finding is about. */
const around = 48;

/** Fills a list with the findings: what is wrong, in which line, what to write instead. */
export function listFindings(list, findings) {
  list.replaceChildren(...findings.toSorted(bySeverity).map(describeFinding));
}

/** `2 errors, 1 warning`; empty when there is nothing to count. */
export function countFindings(findings) {
  const counts = severities.flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}

/** Worst first, and otherwise as they come. */
function bySeverity(one, other) {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity);
}

function describeFinding(finding) {
  const { severity, message, hint, rule, file, line, column } = finding;
  return element(
    'li',
    { 'data-severity': severity },
    element('p', { class: 'message' }, element('span', { class: 'severity' }, severity), ` ${message}`),
    ...(finding.sourceLine === undefined ? [] : [quoteSource(finding)]),
    ...(hint === undefined ? [] : [element('p', { class: 'hint' }, hint)]),
    element('p', { class: 'place' }, `${file}:${line}:${column}`),
    element('p', { class: 'place' }, rule),
  );
}

/** The line with what is meant marked, cut around it where it is long. */
function quoteSource({ sourceLine, line, column, endLine, endColumn }) {
  const start = column - 1;
  const end = endLine === line ? Math.max(endColumn - 1, start) : sourceLine.length;
  const before = sourceLine.slice(0, start);
  return element(
    'pre',
    { class: 'source', dir: 'auto' },
    before.length > around ? `…${before.slice(-around)}` : before,
    element('mark', {}, shorten(sourceLine.slice(start, end), 3 * around)),
    shorten(sourceLine.slice(end), around),
  );
}

function shorten(text, most) {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
