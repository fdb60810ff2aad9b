import { byId, element } from './element.js';

/** Gmail cuts a mail off behind so many bytes of HTML; penny refuses to send from a little less. */
const gmailCut = 102_000;
const refused = 100_000;
const close = 80_000;

/** Fills the panel with what is to be known of a letter beyond how it looks. */
export function showDetails({ from, subject, preheader }, details) {
  byId('panel-details').replaceChildren(
    section('Envelope', facts(envelopeOf({ from, subject, preheader, details }))),
    section('Size', sizeOf(details)),
    section('Content', facts(contentOf(details))),
    section('Links', table(['Link', 'Leads to', 'Stands under'], details.links.map(linkRow))),
    section('What differs per reader', tagsOf(details.tags)),
  );
}

function section(title, ...content) {
  return element('section', {}, element('h2', {}, title), ...content);
}

function facts(entries) {
  return element(
    'dl',
    { class: 'facts' },
    ...entries.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { dir: 'auto' }, value)]),
  );
}

function envelopeOf({ from, subject, preheader, details }) {
  return [
    ['From', `${from.name} <${from.address}>`],
    ['Reply to', details.replyTo],
    ['Subject', subject],
    ['Preheader', preheader ?? 'none'],
    ...details.listHeaders.map(({ name, value }) => [name, value]),
  ];
}

function contentOf({ words, minutes, roles, candidates }) {
  return [
    ['Words', words.toLocaleString('en')],
    ['To read', `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`],
    ['Open roles', String(roles)],
    ['Candidates', String(candidates)],
  ];
}

function sizeOf({ htmlBytes, textBytes }) {
  const share = Math.round((100 * htmlBytes) / gmailCut);
  const words = `${kilobytes(htmlBytes)} KB of the ${gmailCut / 1000} KB behind which Gmail cuts a mail off (${share} %)`;
  return element(
    'div',
    { class: 'size' },
    element('p', {}, element('strong', {}, 'HTML '), words),
    element('meter', {
      min: 0,
      max: gmailCut,
      low: close,
      high: refused,
      optimum: 0,
      value: htmlBytes,
      'aria-label': 'HTML against Gmail’s limit',
    }),
    element('p', {}, element('strong', {}, 'Verdict '), judge(htmlBytes)),
    element('p', {}, element('strong', {}, 'Text part '), `${kilobytes(textBytes)} KB`),
  );
}

function judge(bytes) {
  if (bytes > refused) return 'too large: penny does not send it.';
  return bytes > close ? 'close to the limit: shorten it if you can.' : 'there is room.';
}

function kilobytes(bytes) {
  return (bytes / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
}

function linkRow({ label, address, under }) {
  return [
    element('span', { dir: 'auto' }, label),
    element('code', {}, address),
    element('span', { dir: 'auto' }, under),
  ];
}

function tagsOf(tags) {
  if (tags.length === 0) return element('p', { class: 'quiet' }, 'Nothing but how to unsubscribe.');
  return table(['Merge tag', 'For this reader', 'Without a value', 'In'], tags.map(tagRow));
}

function tagRow({ tag, fallback, parts, value }) {
  return [
    element('code', {}, `{{${tag}}}`),
    element('span', { dir: 'auto' }, value),
    fallback === undefined
      ? element('span', { class: 'lacking' }, 'cannot be sent: no fallback')
      : element('span', { dir: 'auto' }, fallback === '' ? 'nothing' : fallback),
    parts.join(', '),
  ];
}

/** The first cell of a row names it. */
function table(heads, rows) {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map(([first, ...others]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, first),
      ...others.map((cell) => element('td', {}, cell)),
    ),
  );
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
}
