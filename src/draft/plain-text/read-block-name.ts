import type { BlockName } from '../draft-issue.ts';

/** What the words of a label name. */
export interface ReadName {
  readonly name: BlockName;
  /** Whether it names several, as a heading over them does. */
  readonly isSeveral: boolean;
  /** Whether people call it so and the format does not: what stands around it decides whether a block is meant. */
  readonly isOther: boolean;
}

const counted =
  /^(?:(?:this week['’]s|today['’]s|more|one more|another|(?:the )?(?:first|second|third|fourth|fifth|next|last)|[1-9](?:st|nd|rd|th)|new|featured|hot|current|live) )+/;
const behind =
  /(?: (?:this week|of the week|right now|today)|(?<=candidates?) (?:on the market|open to work|quietly looking|available)| ?\(\d{1,2}\))$/;

const own: readonly Spelling[] = [
  ['open role', /^(?:our )?open role(s?)$/],
  ['active candidate', /^(?:our )?active candidate(s?)$/],
];
const other: readonly Spelling[] = [
  [
    'open role',
    /^(?:(?:available )?role(?: spotlight)?|(?:open |job )?position|(?:open )?job|(?:job |open )?opening|vacanc(?=ies$)|vacancy|opportunit(?=ies$)|opportunity|open req|(?:we(?:['’]re| are) |now |currently )?hiring)(s|ies)?$/,
  ],
  [
    'active candidate',
    /^(?:(?:available |passive )?candidate(?: spotlight| profile)?|(?:available )?talent|quietly looking|(?:now )?on the market|open to work)(s)?$/,
  ],
];

type Spelling = readonly [name: BlockName, words: RegExp];

/** Reads `open roles`, `second open role`, `this week’s active candidates`, `hiring`; in lower case, with single spaces. */
export function readBlockName(words: string): ReadName | undefined {
  const bare = words.replace(counted, '').replace(behind, '');
  return findName(own, bare, false) ?? findName(other, bare, true);
}

function findName(spellings: readonly Spelling[], words: string, isOther: boolean): ReadName | undefined {
  for (const [name, pattern] of spellings) {
    const match = pattern.exec(words);
    if (match !== null) return { name, isSeveral: Boolean(match[1]), isOther };
  }
  return undefined;
}
