import { Tokenizer, TokenizerMode } from 'parse5';
import type { Discovery } from './discovery.ts';
import { mailClientRules } from './mail-client-rules.ts';

/** A start tag as it is written. Names are in lower case; offsets count from the start of the template. */
export interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Stands between `<!--[if !mso]><!-->` and `<!--<![endif]-->`. */
  readonly hiddenFromOutlook: boolean;
}

interface Attribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface TagsOfTemplate {
  readonly tags: readonly Tag[];
  readonly fault?: Discovery;
}

/**
 * Every start tag of a template, in order, without building a tree: a template is a piece of a page, and a tree would
 * lose what stands outside its place, such as a row without a table. What comments hold is left out, also what only
 * classic Outlook reads in them.
 *
 * @param html without Handlebars
 */
export function readTags(html: string): TagsOfTemplate {
  const tags: Tag[] = [];
  let fault: Discovery | undefined;
  let hiddenFromOutlook = false;
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName: name, attrs, location }) {
        if (location === null) return;
        const attributes = new Map(
          attrs.flatMap(({ name, value }) => {
            const at = location.attrs?.[name];
            return at === undefined ? [] : [[name, { value, start: at.startOffset, end: at.endOffset }]];
          }),
        );
        tags.push({
          name,
          start: location.startOffset,
          end: location.endOffset,
          attributes,
          hiddenFromOutlook,
        });
        tokenizer.state = contentModes.get(name) ?? tokenizer.state;
      },
      onComment({ data }) {
        if (/^\[if\s+!\s*mso/i.test(data)) hiddenFromOutlook = true;
        else if (/^(?:<!)?\[endif\]/i.test(data.trim())) hiddenFromOutlook = false;
      },
      onParseError({ code, startOffset }) {
        fault ??= describeFault(code, startOffset, html);
      },
      onEndTag: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(html, true);
  return { tags, ...(fault === undefined ? {} : { fault }) };
}

/** Elements in which no tag begins until they end. */
const contentModes = new Map([
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);

/** Only what swallows the text after it: everything else, mail programs read as it was meant. */
function describeFault(code: string, offset: number, html: string): Discovery | undefined {
  const rule = mailClientRules.template;
  if (code === 'unexpected-character-in-attribute-name') {
    const message = 'this sign cannot stand in a tag';
    const hint = 'close the quote that is open before it, or the tag with >';
    return { rule, start: offset, end: offset + 1, message, hint };
  }
  if (code === 'eof-in-tag') {
    const start = Math.max(0, html.lastIndexOf('<'));
    return { rule, start, end: html.length, message: 'this tag is never closed', hint: 'write > at its end' };
  }
  if (code === 'eof-in-comment') {
    const start = Math.max(0, html.lastIndexOf('<!--'));
    return {
      rule,
      start,
      end: start + 4,
      message: 'this comment is never closed',
      hint: 'write --> at its end',
    };
  }
  return undefined;
}
