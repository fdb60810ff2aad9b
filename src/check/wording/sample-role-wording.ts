import { sampleRole } from '../roles/sample-role.ts';
import type { Sample } from '../sample.ts';

/** An issue with one role whose markdown starts on line 12, or later by the lines of `fields`. */
export function sampleRoleWording(markdown: string, fields: readonly string[] = []): Sample {
  return sampleRole(
    ['title: vp of sales', 'apply: https://jobs.example.com/vp-of-sales', ...fields],
    markdown,
  );
}
