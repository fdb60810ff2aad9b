/** One or more whole files that show what a rule finds, or leaves alone. */
export interface Sample {
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
  /** The lines that matter, for the documentation. */
  readonly excerpt: string;
}

/** What a rule leaves alone, and what it finds. */
export interface Samples<Of extends Sample = Sample> {
  readonly good: readonly Of[];
  readonly bad: readonly BadSample<Of>[];
}

/** A sample with everything that its rule says about it. */
export interface BadSample<Of extends Sample = Sample> {
  readonly sample: Of;
  readonly finds: readonly ExpectedTrouble[];
}

interface ExpectedTrouble {
  /** The span in the sample's file, its end exclusive: `10:1-10:5`. */
  readonly at: Span;
  /** Where the sample has several files: the one that is at fault. */
  readonly file?: string;
  readonly message: string;
  readonly hint: string;
}

export type Span = `${number}:${number}-${number}:${number}`;

const sampleFile = 'issues/001-sample.md';
const head = ['title: are interviews a two way street?', 'number: 1', 'date: 2026-11-23'];
const essay = '---penny for my thoughts\n---\n\nwho really has control?';

/** An issue whose front matter is `yaml`, from line 2 on, followed by an essay. */
export function sampleFrontMatter(yaml: string): Sample {
  return oneFile(yaml, ['---', yaml, '---', '', essay]);
}

/** An issue with one essay whose markdown starts on line 10. */
export function sampleEssay(markdown: string): Sample {
  return oneFile(markdown, ['---', ...head, '---', '', '---penny for my thoughts', '---', '', markdown]);
}

/** An issue with one block, whose fence is on line 7. */
export function sampleBlock(block: string): Sample {
  return oneFile(block, ['---', ...head, '---', '', block]);
}

/** Several issues by path: the front matter of each, from line 2 of its file on, and a block, or else an essay. */
export function sampleWorkspace(
  issues: Readonly<Record<string, readonly [frontMatter: string, block?: string]>>,
): Sample {
  const entries = Object.entries(issues);
  const texts = entries.map(([file, [yaml, block]]) => [
    file,
    lines(['---', yaml, '---', '', block ?? essay]),
  ]);
  const excerpts = entries.map(([file, parts]) => [file, ...parts].join('\n\n'));
  return { files: Object.fromEntries(texts), excerpt: excerpts.join('\n\n') };
}

/** A template or a style sheet of mail. */
export function sampleTemplate(name: string, text: string): Sample {
  return { files: { [`templates/email/${name}`]: text }, excerpt: text };
}

function oneFile(excerpt: string, text: readonly string[]): Sample {
  return { files: { [sampleFile]: lines(text) }, excerpt };
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
