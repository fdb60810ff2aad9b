import type { Edition } from '../render/edition.ts';
import { Fingerprints } from './fingerprints.ts';
import { findGaps, measureFilled } from './personalise.ts';
import type { Recipient } from './recipient.ts';

/** What is to be known of an audience before anybody is mailed. A million of them take a few bytes each. */
export interface Survey {
  readonly people: number;
  /** Bytes in UTF-8 of the HTML of the person for whom it is longest. */
  readonly longestHtml: number;
  readonly unfillable: readonly UnfillableTag[];
  /** Tells later who was counted here. */
  readonly counted: Fingerprints;
}

/** A merge tag that some recipients cannot fill. */
export interface UnfillableTag {
  readonly tag: string;
  readonly count: number;
  /** The address of one of them. */
  readonly example: string;
}

/** Walks the audience once. */
export function surveyRecipients(edition: Edition, recipients: Iterable<Recipient>, url: string): Survey {
  const measure = measureFilled(edition.html, url);
  const gapsOf = findGaps(edition);
  const unfillable = new Map<string, UnfillableTag>();
  const counted = new Fingerprints();
  let people = 0;
  let longestHtml = measure();
  for (const recipient of recipients) {
    people += 1;
    counted.add(recipient.canonical);
    longestHtml = Math.max(longestHtml, measure(recipient));
    for (const tag of gapsOf(recipient)) {
      const { count, example } = unfillable.get(tag) ?? { count: 0, example: recipient.address };
      unfillable.set(tag, { tag, count: count + 1, example });
    }
  }
  return { people, longestHtml, unfillable: [...unfillable.values()], counted };
}
