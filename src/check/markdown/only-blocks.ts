import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';

/** An issue with these of its blocks and nothing else, to look for something in them alone. Places stay as they are. */
export function onlyBlocks({ file, source }: WrittenIssue, blocks: readonly WrittenBlock[]): WrittenIssue {
  return {
    file,
    source,
    frontMatter: { fields: {}, places: new Map() },
    introduction: { type: 'root', children: [] },
    blocks,
  };
}
