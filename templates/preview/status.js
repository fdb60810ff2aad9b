import { byId } from './element.js';

/** Shows how things stand, and tells it to those who listen to the page. `mood` is fine, broken or lost. */
export function say(text, mood) {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
  status.dataset.mood = mood;
}

export function sayLost() {
  say('Connection lost, trying again …', 'lost');
}
