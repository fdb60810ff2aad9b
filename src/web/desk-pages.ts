import type { Letterhead, Templates } from '../render/letterhead.ts';
import { prepareWebLayout, renderPage } from '../render/web-layout.ts';
import { absoluteLinks } from '../render/web-links.ts';
import type { Leaver } from './audience-desk.ts';

/** Why a request is refused; `web/refused.hbs` has words for each. */
export const refusals = {
  malformedAddress: 400,
  malformedForm: 400,
  notFound: 404,
  notAllowed: 405,
  late: 410,
  tooLarge: 413,
  unknownForm: 415,
  tooMany: 429,
  broken: 500,
  busy: 503,
} as const;
export type Refusal = keyof typeof refusals;

/** What asking again mends: the form stands below. */
const mended: readonly Refusal[] = ['malformedAddress', 'late'];

/** The pages of the public endpoints, complete. Those that are the same for everybody are made once. */
export interface DeskPages {
  /** Somebody asked for the newsletter; says nothing of whether they were known. */
  readonly subscribed: string;
  /** A form that confirms: opening the page changes nothing. */
  readonly confirm: string;
  readonly confirmed: string;
  /** Forms to leave and to choose topics. */
  leave(leaver: Leaver): string;
  readonly left: string;
  readonly chosen: string;
  refused(refusal: Refusal): string;
}

/** @throws TemplateError when a template of `templates/web/` cannot be used. */
export function renderDeskPages(letterhead: Letterhead, templates: Templates): DeskPages {
  const layout = prepareWebLayout(letterhead, templates);
  const { name, language, url, labels } = letterhead;
  const link = absoluteLinks(url);
  const render = (template: string, title: string, data: object = {}, hasForm = false): string =>
    renderPage(layout, { template, data, title: `${title} · ${name}`, language, link, hasForm });
  const refused = new Map(
    (Object.keys(refusals) as Refusal[]).map((refusal) => [
      refusal,
      render(
        'refused',
        refusal === 'notFound' ? labels.notFound : labels.notHere,
        flags(refusal),
        mended.includes(refusal),
      ),
    ]),
  );
  return {
    subscribed: render('subscribed', labels.subscribed),
    confirm: render('confirm', labels.confirm),
    confirmed: render('confirmed', labels.confirmed),
    leave: ({ addressHint, isOnList, topics }) => {
      // In pieces: the address is kept in one line.
      const [before = '', after] = labels.leaveLead.split('{address}');
      const leaveLead = { before, address: after === undefined ? '' : addressHint, after };
      return render('leave', labels.leave, { addressHint, leaveLead, isOnList, topics });
    },
    left: render('left', labels.left),
    chosen: render('chosen', labels.yourTopics),
    refused: (refusal) => refused.get(refusal) ?? '',
  };
}

/** Templates ask by name, and know all of them. */
function flags(refusal: Refusal): object {
  return Object.fromEntries(Object.keys(refusals).map((name) => [name, name === refusal]));
}
