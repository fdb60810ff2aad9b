/**
 * Listens to the server for as long as the page is open; the browser connects again by itself.
 *
 * @param address of the events
 * @param handlers by the event's name; each gets the data, and whether it differs from what it got last
 * @param onLost called whenever the connection is lost; after it, the server tells everything anew
 */
export function listen(address, handlers, onLost) {
  const last = new Map();
  const events = new EventSource(address);
  for (const [kind, handle] of Object.entries(handlers)) {
    events.addEventListener(kind, ({ data }) => {
      const isNew = last.get(handle) !== data;
      last.set(handle, data);
      handle(JSON.parse(data), isNew);
    });
  }
  events.addEventListener('error', () => {
    onLost();
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(address, handlers, onLost), 2000);
  });
}
