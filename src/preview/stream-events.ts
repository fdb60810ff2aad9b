import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LivePage, LivePages } from './live-pages.ts';
import { readReader } from './reader.ts';
import type { Wait } from './wait.ts';

/** Milliseconds between two signs of life, without which a connection may be taken for dead. */
const heartbeat = 20_000;

/**
 * Answers with server-sent events until the page goes or the preview ends. A page that lost its connection comes
 * back by itself after half a second, and is told everything anew.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamEvents(context: Context, pages: LivePages, wait: Wait): Response {
  return streamSSE(context, async (stream) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const page: LivePage = {
      slug: context.req.query('issue'),
      reader: readReader(context.req.query('for')),
      send: (event) => void stream.writeSSE({ event: event.kind, data: JSON.stringify(event) }),
      close: end,
    };
    let callOff = (): void => {};
    const beat = (): void => {
      void stream.write(': still here\n\n');
      callOff = wait(heartbeat, beat);
    };

    stream.onAbort(end);
    await stream.write('retry: 500\n\n');
    beat();
    await Promise.all([pages.join(page), ended]);
    callOff();
    pages.leave(page);
  });
}
