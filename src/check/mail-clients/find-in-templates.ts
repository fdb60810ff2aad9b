import { posix } from 'node:path';
import { compareFindings, type Finding } from '../../source/finding.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { toFinding } from '../to-finding.ts';
import { findActiveContent } from './active-content.ts';
import { type CssPiece, cssPiecesOf } from './css-pieces.ts';
import type { Discovery } from './discovery.ts';
import { findInCss } from './find-in-css.ts';
import { findInTag } from './find-in-tag.ts';
import { mailClientRules } from './mail-client-rules.ts';
import { maskHandlebars } from './mask-handlebars.ts';
import { type HeadStyle, measureHead } from './measure-head.ts';
import { readTags } from './read-tags.ts';

/** A template or a style sheet of mail. */
export interface MailTemplate {
  /** As findings name it: `templates/email/role.hbs`. */
  readonly file: string;
  readonly text: string;
}

/** What `checkTemplates` finds: it loads this file, and the parsers with it, only when there is a template. */
export function findInTemplates({ own, builtIn }: MailTemplates): readonly Finding[] {
  const readings = own.map(readTemplate);
  const heavyHead = measureHead(headStylesOf(readings), headStylesOf(builtIn.map(readTemplate)));
  return readings
    .flatMap(({ file, text, discoveries }) => {
      const offsets = new SourceOffsets(text);
      const here = heavyHead?.file === file ? [...discoveries, heavyHead.discovery] : discoveries;
      return here.map(({ rule, start, end, message, hint }) =>
        toFinding(rule, file, { place: offsets.placeOf(start, end), message, hint }),
      );
    })
    .sort(compareFindings);
}

/** All that mails are made of. */
export interface MailTemplates {
  /** The workspace's own, which are checked. */
  readonly own: readonly MailTemplate[];
  /** The tool's, but for those that an own one stands in for. */
  readonly builtIn: readonly MailTemplate[];
}

interface ReadTemplate extends MailTemplate {
  readonly discoveries: readonly Discovery[];
  readonly headStyles: readonly HeadStyle[];
}

function headStylesOf(templates: readonly ReadTemplate[]): readonly HeadStyle[] {
  return templates.flatMap(({ headStyles }) => headStyles);
}

/** Places count without a byte order mark, and alike for LF and CRLF. */
function readTemplate({ file, text: written }: MailTemplate): ReadTemplate {
  const text = written.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { pieces, discoveries } = read(file, text);
  const headStyles = pieces
    .filter(({ kind }) => kind === 'head')
    .map(({ start, css }) => ({ file, start, css: text.slice(start, start + css.length) }));
  return { file, text, headStyles, discoveries: [...discoveries, ...pieces.flatMap(findInCss)] };
}

interface Reading {
  readonly pieces: readonly CssPiece[];
  readonly discoveries: readonly Discovery[];
}

/** Gmail cuts a whole mail off at 102 KB: a template as large as that holds something that belongs elsewhere. */
const most = 100 * 1024;

function read(file: string, text: string): Reading {
  if (text.length > most) return { pieces: [], discoveries: [tooLarge] };
  return posix.extname(file) === '.css' ? readSheet(file, text) : readHtml(text);
}

const tooLarge: Discovery = {
  rule: mailClientRules.template,
  start: 0,
  end: 1,
  message: 'this file is larger than 100 KB, and Gmail cuts a mail off at 102 KB',
  hint: 'put images on the web and write their addresses, and take out what nothing uses',
};

/** The theme's colours are filled in before anything else: no `var()` of them is ever sent. */
function readSheet(file: string, text: string): Reading {
  const css = text.replaceAll(/var\(--[\w-]+\)/g, (token) => '#000000'.padEnd(token.length));
  const kind = posix.basename(file) === 'inline.css' ? 'inlined' : 'head';
  return { pieces: [{ css, start: 0, kind }], discoveries: [] };
}

function readHtml(text: string): Reading {
  const { text: html, faults } = maskHandlebars(text);
  if (faults.length > 0) return { pieces: [], discoveries: faults };
  const { tags, fault } = readTags(html);
  return {
    pieces: tags.flatMap((tag) => cssPiecesOf(tag, html)),
    discoveries: [
      ...tags.flatMap((tag) => [...findActiveContent(tag), ...findInTag(tag)]),
      ...(fault === undefined ? [] : [fault]),
    ],
  };
}
