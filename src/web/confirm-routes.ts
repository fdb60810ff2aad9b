import type { Context, Hono } from 'hono';
import type { ConfirmationStanding } from './audience-desk.ts';
import type { WebEnvironment } from './source-of.ts';
import { tokenInPath, tokenOf } from './token-of.ts';
import type { EndpointParts } from './web-parts.ts';

/**
 * `/confirm/:token`: programs open every link of a mail before its reader does, so opening it only shows a form, and
 * sending that confirms.
 */
export function addConfirmation(app: Hono<WebEnvironment>, base: string, parts: EndpointParts): void {
  const { desk, answers, pages } = parts;
  const path = `${base}/confirm/${tokenInPath}`;
  const tell = (context: Context, standing: ConfirmationStanding, ifOpen: string): Response => {
    if (standing === undefined) return answers.refuse(context, 'notFound');
    if (standing === 'late') return answers.refuse(context, 'late');
    return answers.page(context, standing === 'open' ? ifOpen : pages.confirmed);
  };
  app.get(path, (context) => tell(context, desk.lookAtConfirmation(tokenOf(context)), pages.confirm));
  app.post(path, async (context) => tell(context, await desk.confirm(tokenOf(context)), pages.confirmed));
  app.all(path, (context) => answers.refuse(context, 'notAllowed', { Allow: 'GET, HEAD, POST' }));
}
