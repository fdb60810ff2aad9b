import type { RuleDescription } from './rule.ts';

/** What reading a file finds: faults of its form. `issue/` and `source/` report them, here they are explained. */
const faults: readonly Omit<RuleDescription, 'severity'>[] = [
  {
    name: 'file/encoding',
    what: 'The file is not UTF-8, or holds a sign that is no character.',
    why: 'Read as anything else, quotes and accents would come out as other signs.',
    fix: 'Save the file again as UTF-8; every editor can. The file itself is never changed.',
  },
  {
    name: 'file/binary',
    what: 'The file holds a zero byte, so it is not text.',
    why: 'It is a document of another program under the name of an issue.',
    fix: 'Save it as plain text in UTF-8.',
  },
  {
    name: 'file/unreadable',
    what: 'What bears the name of an issue is no file: a folder, a link, or something that may not be read.',
    why: 'It would be left out of everything in silence.',
    fix: 'Put the file itself there, or give it another name.',
  },
  {
    name: 'file/too-large',
    what: 'The file is larger than 2 MB, or one piece of its YAML is longer than 16 KB.',
    why: 'No issue is that long; something else got into it.',
    fix: 'Put text below the `---` that closes the fields, and images into files of their own.',
  },
  {
    name: 'file/too-deep',
    what: 'Quotes or lists stand within each other more than fifty deep.',
    why: 'No reader follows that far, and mail programs give up long before.',
    fix: 'Take some of the `>` or list signs at the start of the line out.',
  },
  {
    name: 'file/too-tangled',
    what: 'More than 3,000 signs of markup, 5,000 lines, or 5,000 signs behind an open bracket stand together without an empty line.',
    why: 'Nobody wrote that, and reading it as markdown would take minutes.',
    fix: 'Put empty lines between paragraphs, or take out what another program left there.',
  },
  {
    name: 'issue/front-matter',
    what: 'The front matter is missing, is not closed, or is not YAML.',
    why: 'Without it an issue has no title, no number and no date.',
    fix: 'Start the file with a line `---`, then `title:`, `number:` and `date:`, then `---` again.',
  },
  {
    name: 'issue/date',
    what: 'A date does not exist, or is written in a way that can be read as two different days.',
    why: 'Dates decide the order of the issues and when a role closes.',
    fix: 'Write year-month-day, such as `2026-11-23`.',
  },
  {
    name: 'block/unknown',
    what: 'A line of three dashes and a name opens a block that does not exist.',
    why: 'Its text would be published as something else than you meant, or not at all.',
    fix: 'Write `---open role`, `---active candidate` or `---penny for my thoughts`; if it is text, put `\\` in front.',
  },
  {
    name: 'block/not-closed',
    what: 'The fields of a block do not end with a line `---`.',
    why: 'Its text cannot be told from its fields.',
    fix: 'Write a line `---` after the fields, before the text.',
  },
  {
    name: 'block/none',
    what: 'The issue has no block.',
    why: 'There is nothing in it to send.',
    fix: 'Start one with a line such as `---open role`, its fields, and a line `---`.',
  },
  {
    name: 'block/second-essay',
    what: 'The issue has more than one essay.',
    why: 'An issue has any number of roles and candidates, and one opinion.',
    fix: 'Put the text into the first essay, or into an issue of its own.',
  },
  {
    name: 'block/too-many',
    what: 'The issue has more than 100 blocks.',
    why: 'Nobody reads that far, and mail programs cut such a message off.',
    fix: 'Make several issues of it.',
  },
  {
    name: 'block/in-code',
    what: 'Code that is never closed swallows the blocks after it.',
    why: 'They would be published as code.',
    fix: 'Close the code with the sign that opened it, on a line of its own.',
  },
  {
    name: 'block/in-comment',
    what: 'A block stands in an HTML comment.',
    why: 'The comment hides nothing: the block would be published.',
    fix: 'Delete the block, or the comment around it.',
  },
  {
    name: 'schema/yaml',
    what: 'The front matter or the fields of a block are not YAML, or use a part of YAML that is not read here.',
    why: 'What cannot be read cannot be published. Anchors, aliases and tags have been used to harm programs.',
    fix: 'Write one `key: value` a line, and put text with `:` or `#` into quotes.',
  },
  {
    name: 'schema/slip',
    what: 'A line of the fields has a slip: a text that needs quotation marks has none or only one, a space behind a colon is missing, a tab or too much space stands at its start.',
    why: 'It is read here as you meant it, and by no other program; until it is mended nobody can be sure of it.',
    fix: 'Write what the hint says. Text with a colon and a space in it, or with `[`, `{`, `-`, `@` or `%` at its start, stands in "quotation marks".',
  },
  {
    name: 'schema/duplicate-key',
    what: 'A key stands there twice.',
    why: 'Only one of the two values could be used.',
    fix: 'Keep one of them.',
  },
  {
    name: 'schema/unknown-key',
    what: 'A key is not one that belongs there.',
    why: 'It is most often a typing error, and its value would be lost in silence.',
    fix: 'Write the key that the hint names, or take the line out.',
  },
  {
    name: 'schema/missing',
    what: 'A field that every issue or block of its kind needs is missing, or has no value.',
    why: 'Nothing sensible could stand in for it.',
    fix: 'Add it.',
  },
  {
    name: 'schema/type',
    what: 'A value is not of the kind that its field takes.',
    why: 'It could not be shown, compared or sorted.',
    fix: 'Write what the message asks for; put text that looks like a number into quotes.',
  },
  {
    name: 'merge-tag/unknown',
    what: 'A merge tag does not exist, is empty, is not closed, or stands where none works: in a field of a block, in the address of a link, in an image.',
    why: 'Readers would see the braces.',
    fix: 'Write `{{name}}`, `{{firstName}}`, `{{email}}` or `{{fields.column}}`; `\\{{` is two plain braces.',
  },
  {
    name: 'role/apply-email',
    what: 'The `apply` of a role is a bare e-mail address.',
    why: 'It is a link only with `mailto:` in front.',
    fix: 'Write `mailto:` in front of it.',
  },
  {
    name: 'role/apply-url',
    what: 'The `apply` of a role is not a whole `https://` address.',
    why: 'Mail programs open nothing else, and an application holds personal data, so it must be encrypted.',
    fix: 'Paste the address of the application page, with its `https://`, or write a `mailto:` address.',
  },
  {
    name: 'role/country',
    what: 'A country is not written as its code.',
    why: 'Job boards and search engines read the two letters of ISO 3166-1.',
    fix: 'Write two capital letters, such as `US`, `GB` or `DE`.',
  },
  {
    name: 'role/currency',
    what: 'A currency is not written as its code.',
    why: 'A sign such as `$` is the currency of twenty countries.',
    fix: 'Write three capital letters, such as `USD`, `EUR` or `GBP`.',
  },
  {
    name: 'role/pay-order',
    what: 'The lower end of a pay range is above its upper end.',
    why: 'Readers take a range that makes no sense for a mistake in the pay itself.',
    fix: 'Swap the two numbers.',
  },
];

export const schemaRules: readonly RuleDescription[] = faults.map((fault) => ({
  ...fault,
  severity: 'error',
  neverIgnored: true,
}));
