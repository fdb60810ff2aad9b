import { byId, element } from './element.js';

/** So many characters are read of a subject, and of subject and preheader together, before they are cut. */
const inboxes = [
  { name: 'Phone', kind: 'phone', subject: 40, line: 80 },
  { name: 'Desktop', kind: 'wide', subject: 70, line: 120 },
];

const substitute = 'no preheader: here stand the first words of the letter';

/** Shows the row of the mail in an inbox, as phones and desktops cut it. */
export function showInbox({ from, subject, preheader = substitute }) {
  byId('inbox').hidden = false;
  byId('rows').replaceChildren(...inboxes.map((inbox) => describeRow(inbox, { from, subject, preheader })));
  byId('inbox-note').textContent = describeCuts(lengthOf(subject));
}

function describeRow({ name, kind, ...most }, { from, subject, preheader }) {
  const shown = cut(subject, most.subject);
  return element(
    'div',
    { class: `mail ${kind}`, role: 'group', 'aria-label': name },
    element('span', { class: 'kind' }, name),
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, Array.from(from.name)[0] ?? ''),
    element('p', { class: 'from', dir: 'auto' }, from.name),
    element('p', { class: 'subject', dir: 'auto' }, shown),
    element('p', { class: 'preheader', dir: 'auto' }, cut(preheader, most.line - lengthOf(shown))),
  );
}

function describeCuts(length) {
  const [phone, desktop] = inboxes.map(({ subject }) => subject);
  const fits =
    length <= phone
      ? 'fits both'
      : length <= desktop
        ? `is cut on phones, after about ${phone}`
        : `is cut on phones after about ${phone}, and on desktops after about ${desktop}`;
  return `The subject has ${length} characters and ${fits}. The preheader fills the rest; Apple Mail may put a summary of its own there.`;
}

/** By what a reader takes for characters. */
function cut(text, most) {
  const characters = charactersOf(text);
  return characters.length > most ? `${characters.slice(0, Math.max(0, most)).join('').trimEnd()}…` : text;
}

function lengthOf(text) {
  return charactersOf(text).length;
}

function charactersOf(text) {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
