import { byId, element } from './element.js';

/** Milliseconds without a key after which somebody who types waits for an answer. */
const pause = 150;

/** Lets somebody choose as whom a letter is read, and calls back with `sample`, `nobody` or what was typed. */
export function offerReaders(onChange) {
  const [select, input, people] = ['reader', 'address', 'people'].map(byId);
  let chosen = select.value;
  let timer;
  const choose = (reader) => {
    clearTimeout(timer);
    if (reader === '' || reader === chosen) return;
    chosen = reader;
    onChange(reader);
  };
  select.addEventListener('change', () => {
    input.hidden = select.value !== 'subscriber';
    if (!input.hidden) input.focus();
    choose(input.hidden ? select.value : input.value.trim());
  });
  input.addEventListener('change', () => choose(input.value.trim()));
  input.addEventListener('input', () => {
    const typed = input.value.trim();
    if ([...people.options].some(({ value }) => value === typed)) return choose(typed);
    clearTimeout(timer);
    timer = setTimeout(() => offerPeople(people, input), pause);
  });
}

/** A few at most: the list itself never comes into the page. An answer to what is typed no more is late. */
async function offerPeople(people, input) {
  const typed = input.value.trim();
  const answer = await fetch(`/subscribers?${new URLSearchParams({ find: typed })}`).catch(() => undefined);
  if (answer?.ok !== true || input.value.trim() !== typed) return;
  const { subscribers, more } = await answer.json();
  people.replaceChildren(
    ...subscribers.map(({ address, name }) => element('option', { value: address }, name ?? '')),
  );
  byId('reader-note').textContent = describeFound(subscribers.length, more);
}

function describeFound(count, more) {
  if (more) return `The first ${count} are offered: type more of the address.`;
  if (count === 0) return 'Nobody on the list is found by that. A whole address finds anybody.';
  return count === 1 ? '1 subscriber is found.' : `${count} subscribers are found.`;
}

/** Says who the reader is, or why somebody else stands in. */
export function showReader({ address, problem }, reader) {
  const note = byId('reader-note');
  note.dataset.mood = problem === undefined ? 'fine' : 'open';
  note.textContent = problem ?? (['sample', 'nobody'].includes(reader) ? '' : `As ${address} would get it.`);
}
