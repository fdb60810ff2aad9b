import type { Context, Hono } from 'hono';
import { wantsJson } from './answer.ts';
import { fieldOf, readForm } from './read-form.ts';
import { sourceOf, type WebEnvironment } from './source-of.ts';
import type { EndpointParts } from './web-parts.ts';

/** A field that people do not see, browsers never fill in, and programs do. */
const trap = 'message';

/** Nobody's name is longer, and what is longer is no name. Import draws the same line. */
export const longestName = 200;

/**
 * `POST /subscribe`: the form of the site, or JSON. Who was known, who has left and who must not be written to get the
 * same answer as everybody else, after the same work; only the mail tells the difference.
 */
export function addSubscribing(app: Hono<WebEnvironment>, base: string, parts: EndpointParts): void {
  const { desk, answers, pages } = parts;
  const path = `${base}/subscribe`;
  app.post(path, async (context) => {
    context.header('Cache-Control', 'no-store');
    const wait = takeTurn(context, parts);
    if (wait > 0)
      return answers.refuse(context, 'tooMany', { 'Retry-After': String(Math.ceil(wait / 1000)) });
    const form = await readForm(context);
    if (typeof form === 'string') return answers.refuse(context, form);
    const taken = (): Response =>
      wantsJson(context) ? context.json({ state: 'asked' }) : answers.page(context, pages.subscribed);
    // A program that fills in everything is to think that it was heard.
    if (fieldOf(form, trap) !== '') return taken();
    const result = await desk.subscribe({
      address: fieldOf(form, 'email') || fieldOf(form, 'address'),
      name: fieldOf(form, 'name').slice(0, longestName),
      topics: form.get('topics') ?? [],
    });
    return result === 'taken' ? taken() : answers.refuse(context, 'malformedAddress');
  });
  app.all(path, (context) => answers.refuse(context, 'notAllowed', { Allow: 'POST' }));
}

/** Milliseconds to wait for one's turn; 0 when it is now. */
function takeTurn(context: Context<WebEnvironment>, { limits, now, trustProxy }: EndpointParts): number {
  const moment = now();
  return limits.perSource.take(sourceOf(context, trustProxy), moment) || limits.overall.take('', moment);
}
