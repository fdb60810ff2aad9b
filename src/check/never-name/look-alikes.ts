/**
 * Letters that readers take for Latin ones, by what they are taken for, in lower case: from Unicode's confusables
 * (https://www.unicode.org/reports/tr39/), as far as they look alike at the size of a mail. Letters with accents, and
 * the mathematical, full-width and raised ones, are not here: Unicode itself says what they stand for.
 */
const written: Readonly<Record<string, string>> = {
  a: 'аαɑᴀꭺꓮ',
  b: 'вьβᏏƀɓʙᏴꓐ',
  c: 'сϲᴄƈȼɕҫᏟꓚ',
  d: 'ԁđɖɗᴅᎠᏧꓓ',
  e: 'еεҽєɛɇᴇᎬꓰ',
  f: 'ғƒꜰꓝ',
  g: 'ɡɢɠǥԍցᏀᏳꓖ',
  h: 'нһħɦʜհᎻᏂꓧ',
  i: 'іιıɩɨɪᎥꓲ',
  j: 'јȷʝɉᴊյᎫꓙ',
  k: 'кκқҟƙᴋꝁᏦꓗ',
  l: 'ӏłʟɫɬɭƚլᏞꓡ',
  m: 'мᴍɱᎷꓟ',
  n: 'ηпɴŋɲɳոꓠ',
  o: 'оοөɵᴏօꓳ',
  p: 'рρᴘᵽᏢꓑ',
  q: 'ԛʠզ',
  r: 'гʀɍɼɽɾᎡᏒꓣ',
  s: 'ѕꜱʂꞩᏕᏚꓢ',
  t: 'тτŧⱦʈƭᴛᎢꓔ',
  u: 'υᴜʉսꓴ',
  v: 'ѵνᴠʋᏙꓦ',
  w: 'ԝѡᴡաᎳᏔꓪ',
  x: 'хχӽӿꓫ',
  y: 'уүұγʏƴɏᎩᎽꓬ',
  z: 'ᴢƶʐʑȥᏃꓜ',
};

/** What a letter in lower case looks like; undefined when it looks like itself. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(written).flatMap(([latin, others]) =>
    [...others].map((other) => [other.toUpperCase().toLowerCase(), latin] as const),
  ),
);

/** Letters in circles, in squares and of flags, each alphabet from A: Unicode calls them signs. */
const alphabets: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

/** The letter that a sign shows, in lower case. */
export function letterOfSign(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const start = alphabets.find((first) => first <= code && code < first + 26);
  return start === undefined ? undefined : String.fromCharCode(0x61 + code - start);
}
