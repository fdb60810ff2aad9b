import type { Hono } from 'hono';
import { fieldOf, readForm } from './read-form.ts';
import type { WebEnvironment } from './source-of.ts';
import { tokenInPath, tokenOf } from './token-of.ts';
import type { EndpointParts } from './web-parts.ts';

/**
 * `/unsubscribe/:token`. Opening it shows forms; a POST ends the subscription, whatever its body says: mail providers
 * send `List-Unsubscribe=One-Click` in either encoding, without cookies and following no redirect (RFC 8058, 3.1 and
 * 3.2). Only the form that chooses topics does something else. Whoever has left before gets the same answer.
 */
export function addLeaving(app: Hono<WebEnvironment>, base: string, parts: EndpointParts): void {
  const { desk, answers, pages } = parts;
  const path = `${base}/unsubscribe/${tokenInPath}`;
  app.get(path, (context) => {
    const leaver = desk.findLeaver(tokenOf(context));
    if (leaver === undefined) return answers.refuse(context, 'notFound');
    return answers.page(context, pages.leave(leaver));
  });
  app.post(path, async (context) => {
    const token = tokenOf(context);
    const form = await readForm(context);
    if (form === 'tooLarge') return answers.refuse(context, form);
    if (typeof form !== 'string' && fieldOf(form, 'choose') !== '') {
      const isKnown = await desk.chooseTopics(token, form.get('topics') ?? []);
      return isKnown ? answers.page(context, pages.chosen) : answers.refuse(context, 'notFound');
    }
    const isOneClick = typeof form !== 'string' && fieldOf(form, 'List-Unsubscribe') === 'One-Click';
    const isKnown = await desk.unsubscribe(token, isOneClick ? 'one click' : 'page');
    return isKnown ? answers.page(context, pages.left) : answers.refuse(context, 'notFound');
  });
  app.all(path, (context) => answers.refuse(context, 'notAllowed', { Allow: 'GET, HEAD, POST' }));
}
