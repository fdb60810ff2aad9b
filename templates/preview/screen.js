import { byId } from './element.js';

const widths = { phone: 390, tablet: 768, desktop: 700 };
const webDesktop = 1280;

/** So much of a phone's rim stands on either side. */
const rim = 10;

let wanted = { form: 'email', width: 'desktop' };

/** Gives the frames the width of the reader's screen, and makes them smaller where there is no room for it. */
export function fitScreen(choices) {
  wanted = choices;
  const screen = choices.form === 'web' && choices.width === 'desktop' ? webDesktop : widths[choices.width];
  const room = byId('stage').clientWidth - (choices.width === 'phone' ? 2 * rim : 0);
  const zoom = Math.min(1, room / screen);
  const { style } = byId('desk');
  style.setProperty('--screen', `${screen}px`);
  style.setProperty('--zoom', String(zoom));
}

new ResizeObserver(() => fitScreen(wanted)).observe(byId('stage'));
