import type { Place } from '../source/place.ts';

/** A template that cannot be used: its syntax is wrong, it is missing, or it names something that is not there. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Within `templates/`: `email/role.hbs`. */
  readonly file: string;
  /** When known. */
  readonly place?: Place;
  /** The name that its author most likely meant. */
  readonly meant?: string;
  readonly hint: string;

  constructor(message: string, { file, place, meant, cause }: Details) {
    super(message, { cause });
    this.file = file;
    if (place !== undefined) this.place = place;
    if (meant !== undefined) this.meant = meant;
    const at = place === undefined ? file : `${file}:${place.line}`;
    this.hint = `see templates/${at}; delete your own copy of the file to get the original back`;
  }
}

interface Details extends Partial<Pick<TemplateError, 'place' | 'meant'>> {
  readonly file: string;
  readonly cause?: unknown;
}
