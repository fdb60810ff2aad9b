import type { Fault } from '../source/fault.ts';
import { almostFence } from './almost-fence.ts';
import { blockNames } from './block-names.ts';
import type { WrittenIssue } from './issue.ts';

/** What is wrong with the blocks taken together. `found` is what is known already: nothing is said twice. */
export function findShapeFaults({ blocks, source }: WrittenIssue, found: readonly Fault[]): Fault[] {
  const essays = blocks.filter(({ kind }) => kind === 'essay');
  const repeated = essays.slice(1).map((essay): Fault => {
    const place = essay.places.get('')?.value ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
      ...place,
      severity: 'error',
      rule: 'block/second-essay',
      message: 'an issue has one essay, and this is another',
      hint: 'put its text into the first one, or into an issue of its own',
    };
  });
  const blockIsBroken = found.some(({ rule }) => rule.startsWith('block/') || rule === 'issue/front-matter');
  return blocks.length > 0 || blockIsBroken || hasAlmostBlock(source) ? repeated : [noBlock(source)];
}

/** A line that was to open a block is found by a rule, and is all that there is to say. */
function hasAlmostBlock(source: string): boolean {
  return source.split('\n').some((line) => almostFence(line) !== undefined);
}

function noBlock(source: string): Fault {
  const line = source.trimEnd().split('\n').length;
  const names = Object.keys(blockNames).map((name) => `---${name}`);
  return {
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    severity: 'error',
    rule: 'block/none',
    message: 'the issue has no block',
    hint: `start one with a line ${names.join(', ')}, then a line ---`,
  };
}
