const smallCapitals: Readonly<Record<string, string>> = {
  ...{ a: 'ᴀ', b: 'ʙ', c: 'ᴄ', d: 'ᴅ', e: 'ᴇ', i: 'ɪ', j: 'ᴊ', n: 'ɴ', o: 'ᴏ' },
};

/** Ways to write a name so that a plain search does not find it, and a reader or a program does. */
export const disguises: Readonly<Record<string, (term: string) => string>> = {
  'as it is': (term) => term,
  capitals: (term) => term.toUpperCase(),
  'no space': (term) => term.replaceAll(' ', ''),
  hyphens: (term) => term.replaceAll(' ', '-'),
  underscores: (term) => term.replaceAll(' ', '_'),
  'a line break': (term) => term.replaceAll(' ', '\n'),
  accents: (term) => term.replace('c', 'ç').replace('o', 'ö'),
  'combining accents': (term) => term.replace('c', 'c\u0327'),
  'full width': (term) =>
    term.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'mathematical letters': (term) =>
    term.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0x1d3b9)),
  'zero-width spaces': (term) => [...term].join('\u200b'),
  'soft hyphens': (term) => [...term].join('\u00ad'),
  'Cyrillic look-alikes': (term) => term.replace('a', 'а').replaceAll('c', 'с').replace('e', 'е'),
  'small capitals': (term) => term.replaceAll(/[a-eijno]/g, (letter) => smallCapitals[letter] ?? letter),
  'letters of phonetics': (term) => term.replaceAll('a', 'ɑ').replaceAll('i', 'ɪ').replaceAll('o', 'ɵ'),
  'Armenian, Cherokee and Lisu look-alikes': (term) =>
    term.replaceAll('o', 'օ').replaceAll('h', 'հ').replaceAll('a', 'Ꭺ').replaceAll('t', 'ꓔ'),
  'letters in black squares': (term) =>
    term.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0x1f170)),
  'a genitive': (term) => `${term}s`,
  'the form of a company': (term) => `${term}gmbh`,
  'an initial between': (term) => term.replace(' ', ' P. '),
  'umlauts as two letters': (term) => term.replaceAll('o', 'ø').replaceAll('øe', 'ö'),
  'decimal entities': (term) => [...term].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  'hexadecimal entities': (term) =>
    [...term].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join(''),
  'named entities': (term) => term.replace('c', '&ccedil;').replace('o', '&oacute;').replace(' ', '&nbsp;'),
  'percent encoding': (term) =>
    [...Buffer.from(term)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'quoted-printable': (term) =>
    [...Buffer.from(term)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  'a soft line break': (term) => `${term.slice(0, 3)}=\r\n${term.slice(3)}`,
  base64: (term) => Buffer.from(term).toString('base64'),
  'base64 twice': (term) => Buffer.from(Buffer.from(`${term}!`).toString('base64')).toString('base64'),
  'a base64 header (RFC 2047)': (term) => `=?utf-8?B?${Buffer.from(term).toString('base64')}?=`,
  'a Q header (RFC 2047)': (term) => `=?utf-8?Q?${term.replaceAll(' ', '_').replace('c', '=63')}?=`,
  'JSON escapes': (term) =>
    [...term].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'markup within': (term) => `${term.slice(0, 2)}<b>${term.slice(2)}</b>`,
  'emphasis within': (term) => `${term.slice(0, 2)}**${term.slice(2)}**`,
  'an entity in percent encoding': (term) => encodeURIComponent(`&#${term.charCodeAt(0)};${term.slice(1)}`),
};
