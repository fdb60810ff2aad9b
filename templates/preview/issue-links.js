import { element } from './element.js';

/** Fills a list with a link to each issue, and marks the one that is open. */
export function linkIssues(list, entries) {
  list.replaceChildren(...entries.map((entry) => element('li', {}, linkIssue(entry))));
}

function linkIssue({ slug, number, title, file }) {
  const href = `/issues/${encodeURIComponent(slug)}`;
  return element(
    'a',
    { href, ...(href === location.pathname ? { 'aria-current': 'page' } : {}) },
    element('span', { class: 'number' }, String(number ?? '–')),
    element('span', { class: 'name', dir: 'auto' }, title),
    element('span', { class: 'file' }, file),
  );
}
