/**
 * Listens to the server for as long as the page is open; the browser connects again by itself.
 *
 * @param address of the events
 * @param handlers by the event's name; each gets the data, and whether it differs from what it got last
 * @param onLost called whenever the connection is lost; after it, the server tells everything anew
 * @returns a function that ends it
 */
export function listen(address, handlers, onLost) {
  const last = new Map();
  let events;
  let timer;
  connect();
  return () => {
    clearTimeout(timer);
    events.close();
  };

  function connect() {
    events = new EventSource(address);
    for (const [kind, handle] of Object.entries(handlers)) {
      events.addEventListener(kind, ({ data }) => {
        const isNew = last.get(handle) !== data;
        last.set(handle, data);
        handle(JSON.parse(data), isNew);
      });
    }
    events.addEventListener('error', () => {
      onLost();
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(connect, 2000);
    });
  }
}
