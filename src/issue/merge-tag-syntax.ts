import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Effects, Extension, State } from 'micromark-util-types';
import { readMergeTag } from './merge-tag.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mergeTag: 'mergeTag';
  }
}

const openingBrace = 123;
const closingBrace = 125;
/** micromark writes CR, LF and CRLF as -5, -4 and -3. */
const lastLineEnding = -3;

/**
 * Merge tags as inline markdown: `{{`, anything but braces and line ends, `}}`. Where markdown is not read, as in
 * code, they are text; and `\{{` is an escaped brace before anybody looks for a tag.
 */
export const mergeTagSyntax: Extension = { text: { [openingBrace]: { name: 'mergeTag', tokenize } } };

/** Turns the tokens of `mergeTagSyntax` into `mergeTag` nodes. */
export const mergeTagFromMarkdown: FromMarkdownExtension = {
  enter: {
    mergeTag(token) {
      const source = this.sliceSerialize(token);
      this.enter(readMergeTag(source.slice(2, -2)), token);
    },
  },
  exit: {
    mergeTag(token) {
      this.exit(token);
    },
  },
};

function tokenize(effects: Effects, ok: State, nok: State): State {
  const start: State = (code) => {
    effects.enter('mergeTag');
    effects.consume(code);
    return second;
  };
  const second: State = (code) => {
    if (code !== openingBrace) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code) => {
    if (code === null || code === openingBrace || code <= lastLineEnding) return nok(code);
    effects.consume(code);
    return code === closingBrace ? last : inside;
  };
  const last: State = (code) => {
    if (code !== closingBrace) return nok(code);
    effects.consume(code);
    effects.exit('mergeTag');
    return ok;
  };
  return start;
}
