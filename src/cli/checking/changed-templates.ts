import type { Templates } from '../../render/letterhead.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The workspace's own templates, but for those that are still as the package has them: nothing is wrong with these. */
export function changedTemplates({ ownTemplates, builtInTemplates }: Workspace): Templates {
  return new Map([...ownTemplates].filter(([path, text]) => builtInTemplates.get(path) !== text));
}
