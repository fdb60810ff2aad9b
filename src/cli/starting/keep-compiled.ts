import { enableCompileCache } from 'node:module';
import { folderForCompiled } from './own-folder.ts';

/**
 * Has Node keep what it compiles for the next start, https://nodejs.org/api/module.html#module-compile-cache, in a
 * folder that nobody else can write to; where there is none, it compiles again. NODE_COMPILE_CACHE names another folder,
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
export function keepCompiled(): void {
  const folder = folderForCompiled();
  if (folder !== undefined) enableCompileCache(folder);
}
