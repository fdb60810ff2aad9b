import { element } from './element.js';

const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Milliseconds after which a rendering is shown though pictures are still on their way. */
const patience = 1500;

/**
 * A place for a rendering. The next one is loaded behind the one that is shown and takes its place when it is ready,
 * scrolled as far: nothing flashes, and what cannot be loaded replaces nothing.
 *
 * @param panel the element to fill
 * @returns a function that shows the document at an address
 */
export function createFrame(panel, title) {
  let shown;
  let wanted;
  return (address) => {
    if (address === wanted) return;
    wanted = address;
    const next = element('iframe', { sandbox, src: address, class: 'arriving' });
    next.addEventListener('load', arrive);
    const timer = setTimeout(arrive, patience);
    panel.append(next);

    function arrive() {
      clearTimeout(timer);
      next.removeEventListener('load', arrive);
      if (address !== wanted) return next.remove();
      if (!hasDocument(next, address)) {
        wanted = undefined;
        return next.remove();
      }
      const hadFocus = shown !== undefined && document.activeElement === shown;
      next.contentWindow.scrollTo(0, shown?.contentWindow.scrollY ?? 0);
      shown?.remove();
      next.classList.remove('arriving');
      next.title = title;
      shown = next;
      if (hadFocus) next.focus();
    }
  };
}

/** A page of the browser's own, such as the one that says that there is no connection, shows no document to us. */
function hasDocument(frame, address) {
  return frame.contentDocument?.URL === new URL(address, location.href).href;
}
