import type { Context } from 'hono';
import { type DeskPages, type Refusal, refusals } from './desk-pages.ts';

/** How the endpoints answer: a page to people, JSON to scripts that sent or want it, and nothing else. */
export interface Answers {
  page(context: Context, page: string): Response;
  refuse(context: Context, refusal: Refusal, headers?: Readonly<Record<string, string>>): Response;
}

export function createAnswers(pages: DeskPages): Answers {
  return {
    page: (context, page) => context.html(page),
    refuse: (context, refusal, headers = {}) => {
      const status = refusals[refusal];
      if (wantsJson(context)) return context.json({ error: sentences[refusal] }, status, { ...headers });
      return context.html(pages.refused(refusal), status, { ...headers });
    },
  };
}

/** A script says so; a browser that sends a form does not. */
export function wantsJson(context: Context): boolean {
  const type = context.req.header('content-type') ?? '';
  return type.startsWith('application/json') || context.req.header('accept') === 'application/json';
}

/** For scripts; people read the words of the template. */
const sentences: Readonly<Record<Refusal, string>> = {
  malformedAddress: 'this is not an e-mail address',
  malformedForm: 'this form cannot be read',
  notFound: 'there is nothing at this address',
  notAllowed: 'this cannot be done at this address',
  late: 'this link cannot be used any more',
  tooLarge: 'this is too long',
  unknownForm: 'send a form or JSON',
  tooMany: 'too many requests, try again later',
  broken: 'something went wrong',
  busy: 'try again in a moment',
};
