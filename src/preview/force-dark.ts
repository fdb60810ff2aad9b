import { turnColour } from '../render/turn-colour.ts';

/**
 * The document about as Gmail on iOS and Outlook on Windows show it on a dark screen, which keep no dark design of the
 * author's: every colour keeps its hue, and its lightness is turned about the middle. A simulation, since none of them
 * says what it does. Pictures stay as they are.
 * https://github.com/resend/react-email (its preview turns by the same formula)
 */
export function forceDark(html: string): string {
  return html
    .replace(/<head\b[^>]*>/i, (head) => `${head}${canvas}`)
    .replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>/gi, (sheet) => turnSheet(sheet))
    .replaceAll(tag, (start) => start.replaceAll(colouredAttribute, (attribute) => turnAll(attribute)));
}

/** What a document says nothing of is black on white with blue links, and is turned, too. */
const canvas =
  '<style>:root { background: #ffffff; color: #000000; color-scheme: light } :where(a) { color: #0000ee }</style>';

const tag = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const colouredAttribute = /\s(?:style|bgcolor|color|text|link)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/** Within braces only: a selector such as `#fade` is no colour. */
function turnSheet(sheet: string): string {
  return sheet.replaceAll(/\{[^{}]*\}/g, turnAll);
}

/** `url(…)` and quoted names of fonts are matched first, and stay. */
const colour =
  /(?<!=)(?:'[^']*'|"[^"]*")|url\([^)]*\)|#[\da-f]{3,8}\b|rgba?\([^)]*\)|(?<![\w-])(?:aqua|black|blue|fuchsia|gr[ae]y|green|lime|maroon|navy|olive|orange|purple|red|silver|teal|white|yellow)(?![\w-])/gi;

function turnAll(text: string): string {
  return text.replaceAll(colour, (written) => {
    const read = readColour(written.toLowerCase());
    return read === undefined ? written : `${turnColour(read.solid)}${read.alpha}`;
  });
}

interface WrittenColour {
  /** `#rrggbb`. */
  readonly solid: string;
  /** Two digits, or nothing for what is opaque. */
  readonly alpha: string;
}

function readColour(written: string): WrittenColour | undefined {
  if (written.startsWith('#')) return readDigits(written.slice(1));
  if (written.startsWith('rgb')) return readChannels(written);
  const named = names[written];
  return named === undefined ? undefined : { solid: named, alpha: '' };
}

function readDigits(digits: string): WrittenColour | undefined {
  const long = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  return { solid: `#${long.slice(0, 6)}`, alpha: long.slice(6) };
}

/** `rgb(0, 0, 0)` and `rgb(0 0 0 / 50%)`. */
function readChannels(written: string): WrittenColour | undefined {
  const [red, green, blue, alpha] = Array.from(written.matchAll(/([\d.]+)(%?)/g), ([, value, percent]) => ({
    value: Number(value),
    isShare: percent === '%',
  }));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const channels = [red, green, blue].map(({ value, isShare }) => (isShare ? value * 2.55 : value));
  const opacity = alpha === undefined ? 1 : alpha.isShare ? alpha.value / 100 : alpha.value;
  return {
    solid: `#${channels.map(toDigits).join('')}`,
    alpha: opacity >= 1 ? '' : toDigits(opacity * 255),
  };
}

function toDigits(value: number): string {
  return Math.min(255, Math.max(0, Math.round(value)))
    .toString(16)
    .padStart(2, '0');
}

/** Those that mails have been written with since HTML 4; other names are rare there, and stay. */
const names: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  fuchsia: '#ff00ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lime: '#00ff00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  white: '#ffffff',
  yellow: '#ffff00',
};
