import { z } from 'zod';
import { type LabelName, labelDefaults } from './label-defaults.ts';
import { line } from './line.ts';

const wording = z.strictObject({
  lead: line.exactOptional().describe('The words in front of the link.'),
  label: line.exactOptional().describe('The link itself.'),
});

/** What is filled in: `{number}`. */
const gap = /\{[^{}]*\}/g;

function gapsOf(words: string): readonly string[] {
  return words.match(gap) ?? [];
}

/** A label of one line; it may leave out what is filled in, and cannot ask for more. */
function labelWith(gaps: readonly string[]) {
  const known = gaps.length === 0 ? 'has nothing in braces to fill in' : `can have ${gaps.join(', ')} only`;
  return line.refine((written) => gapsOf(written).every((one) => gaps.includes(one)), known).exactOptional();
}

type Label = ReturnType<typeof labelWith>;

/** Those with the same gaps share a schema: to make one for each would take longer than to check an issue. */
function labelsByName(): Readonly<Record<LabelName, Label>> {
  const shared = new Map<string, Label>();
  const labels = Object.entries(labelDefaults).map(([name, { words }]) => {
    const gaps = gapsOf(words);
    const label = shared.get(gaps.join()) ?? labelWith(gaps);
    shared.set(gaps.join(), label);
    return [name, label];
  });
  return Object.fromEntries(labels) as Record<LabelName, Label>;
}

/** `labels:` of `newsletter.yaml` as it is written. What the shared ones say, editors hear from `labelDefaults`. */
export const labelsSchema = z.strictObject({
  openRole: line.exactOptional().describe('Above a role. Default: open role.'),
  activeCandidate: line.exactOptional().describe('Above a candidate. Default: active candidate.'),
  essay: line.exactOptional().describe('Above the essay. Default: penny for my thoughts.'),
  roleCta: wording.exactOptional().describe('Below a role. Default: interested? apply here.'),
  candidateCta: wording
    .exactOptional()
    .describe('Below a candidate. Default: want to chat with them? email me.'),
  confirmSubject: line
    .exactOptional()
    .describe(
      'The subject of the mail that asks somebody to confirm. Default: please confirm, and the name.',
    ),
  ...labelsByName(),
});

/** “interested? apply here”: the lead, and the label that is the link. */
export interface Wording {
  readonly lead: string;
  readonly label: string;
}

/** The words around an author's, complete. */
export interface LabelSettings extends Readonly<Record<LabelName, string>> {
  readonly openRole: string;
  readonly activeCandidate: string;
  readonly essay: string;
  readonly roleCta: Wording;
  readonly candidateCta: Wording;
  readonly confirmSubject: string;
}

/** @param name of the newsletter */
export function completeLabels(name: string, written: z.output<typeof labelsSchema> = {}): LabelSettings {
  const defaults = Object.fromEntries(
    Object.entries(labelDefaults).map(([label, { words }]) => [label, words]),
  ) as Record<LabelName, string>;
  return {
    openRole: 'open role',
    activeCandidate: 'active candidate',
    essay: 'penny for my thoughts',
    confirmSubject: `please confirm: ${name}`,
    ...defaults,
    ...written,
    roleCta: { lead: 'interested?', label: 'apply here', ...written.roleCta },
    candidateCta: { lead: 'want to chat with them?', label: 'email me', ...written.candidateCta },
  };
}
