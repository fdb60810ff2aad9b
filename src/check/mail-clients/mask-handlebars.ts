import type { Discovery } from './discovery.ts';
import { mailClientRules } from './mail-client-rules.ts';

/** A template in which blanks stand for Handlebars: what is left is where it was, and HTML and CSS can be read. */
export interface MaskedTemplate {
  readonly text: string;
  /** The first expression that does not end, and the blocks that do not pair. */
  readonly faults: readonly Discovery[];
}

/**
 * Blanks out every expression, block sign, partial and comment of Handlebars. `\{{` is text; where two backslashes stand
 * in front, the backslash is text and an expression begins.
 */
export function maskHandlebars(template: string): MaskedTemplate {
  const pieces: string[] = [];
  const blocks = new BlockPairs();
  let done = 0;
  let open = template.indexOf('{{');
  while (open !== -1) {
    if (template[open - 1] === '\\' && template[open - 2] !== '\\') {
      open = template.indexOf('{{', open + 2);
      continue;
    }
    const end = endOfExpression(template, open);
    if (end === undefined) {
      blocks.faults.push(notClosed(open));
      break;
    }
    const expression = template.slice(open, end);
    blocks.add(expression, open);
    pieces.push(template.slice(done, open), expression.replaceAll(/[^\n]/g, ' '));
    done = end;
    open = template.indexOf('{{', end);
  }
  return { text: [...pieces, template.slice(done)].join(''), faults: blocks.finish() };
}

function endOfExpression(template: string, open: number): number | undefined {
  const [opener = ''] = /^(?:\{\{~?!--|\{{2,4})/.exec(template.slice(open, open + 6)) ?? [];
  const closer = opener.endsWith('!--') ? /--~?\}\}/g : new RegExp(`\\}{${opener.length}}`, 'g');
  closer.lastIndex = open + opener.length;
  return closer.exec(template) === null ? undefined : closer.lastIndex;
}

function notClosed(open: number): Discovery {
  const message = 'this {{ is never closed';
  return {
    rule: mailClientRules.template,
    start: open,
    end: open + 2,
    message,
    hint: 'write }} after the name, or \\{{ where two braces are meant',
  };
}

interface OpenBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Which `{{#name}}` and `{{/name}}` belong together. */
class BlockPairs {
  readonly faults: Discovery[] = [];
  readonly #open: OpenBlock[] = [];

  add(expression: string, start: number): void {
    const [, sign, name] = /^\{\{~?([#^/])[>*\s]*["']?([^\s"'~}]+)/.exec(expression) ?? [];
    if (name === undefined) return;
    const end = start + expression.length;
    if (sign !== '/') {
      this.#open.push({ name, start, end });
      return;
    }
    const opened = this.#open.pop();
    if (opened?.name === name) return;
    const message = `{{/${name}}} closes ${opened === undefined ? 'nothing' : `{{#${opened.name}}}`}`;
    const hint = opened === undefined ? 'take it out' : `write {{/${opened.name}}}`;
    this.faults.push({ rule: mailClientRules.template, start, end, message, hint });
  }

  /** What is wrong, once everything is added. */
  finish(): readonly Discovery[] {
    const unclosed = this.#open.map(({ name, start, end }) => ({
      rule: mailClientRules.template,
      start,
      end,
      message: `{{#${name}}} is never closed`,
      hint: `write {{/${name}}} where it ends`,
    }));
    return [...this.faults, ...unclosed];
  }
}
