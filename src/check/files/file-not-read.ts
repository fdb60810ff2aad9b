import { posix } from 'node:path';
import type { Finding } from '../../source/finding.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

const message = 'this file is not read: issues are the files in issues/ whose names end in .md';

export const fileNotRead: SampledRule<FolderSample> = {
  name: 'issue/not-read',
  severity: 'warning',
  elsewhere: true,
  what: 'A markdown file below `issues/` is no issue: it lies in a folder of its own, or its name does not end in `.md`.',
  why: 'It is neither checked nor published, and nobody would notice.',
  fix: 'Move it into `issues/` itself, or give its name the ending `.md`. What is no issue belongs elsewhere.',
  samples: () => ({
    good: [samplePaths('issues/001-hello.md', 'issues/images/offers.png')],
    bad: [
      {
        sample: samplePaths('issues/002-hello.MD', 'issues/2027/003-hello.markdown'),
        finds: [
          {
            file: 'issues/002-hello.MD',
            at: '1:1-1:2',
            message,
            hint: 'move it to issues/002-hello.md, or out of issues/',
          },
          {
            file: 'issues/2027/003-hello.markdown',
            at: '1:1-1:2',
            message,
            hint: 'move it to issues/003-hello.md, or out of issues/',
          },
        ],
      },
    ],
  }),
};

/** What lies in a folder: the names alone matter. */
interface FolderSample extends Sample {
  readonly paths: readonly string[];
}

function samplePaths(...paths: readonly string[]): FolderSample {
  return { files: {}, excerpt: paths.join('\n'), paths };
}

/** @param files all that lie below `issues/`, relative to the workspace, with forward slashes */
export function findUnread(files: readonly string[]): readonly Finding[] {
  return files.filter(isUnread).map((file) => {
    const name = posix.basename(file).replace(/\.[^.]+$/, '.md');
    return toFinding(fileNotRead, file, {
      place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
      message,
      hint: `move it to issues/${name}, or out of issues/`,
    });
  });
}

function isUnread(file: string): boolean {
  const isMarkdown = /\.(?:md|mkd|mdown|markdown|mdx)$/i.test(file);
  return isMarkdown && !(posix.dirname(file) === 'issues' && file.endsWith('.md'));
}
