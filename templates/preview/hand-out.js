import { byId } from './element.js';

/** Milliseconds for which it is said that something was copied. */
const patience = 4000;

let shownText = '';
let timer;

/** Makes the buttons work that hand the letter out. `addressOf` gives the address of a form of it. */
export function offerHandOut(addressOf) {
  byId('copy-text').addEventListener('click', () => copy('Text', async () => shownText));
  byId('copy-html').addEventListener('click', () =>
    copy('HTML', async () => {
      const answer = await fetch(addressOf('html'));
      if (!answer.ok) throw new Error('there is no letter');
      return answer.text();
    }),
  );
}

/** @param text the text part that is shown @param message where the whole message is */
export function prepareHandOut(text, message) {
  shownText = text;
  byId('download').href = message;
  byId('hand-out').hidden = false;
}

async function copy(what, read) {
  try {
    await navigator.clipboard.writeText(await read());
    tell(`${what} copied`);
  } catch {
    tell(`${what} could not be copied`);
  }
}

function tell(words) {
  byId('told').textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => byId('told').replaceChildren(), patience);
}
