/**
 * Where everything of the site lies, below its root. A page's path ends with a slash, a file's does not; the home page
 * is the empty path.
 */
export const homePath = '';
export const archivePath = 'issues/';
export const rolesPath = 'roles/';
export const sitemapPath = 'sitemap.xml';
export const feedPaths = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** @param issue whose slug no other published issue has */
export function issuePath({ slug }: { readonly slug: string }): string {
  return `issues/${slug}/`;
}

/** @param role whose id is the same in every issue that shows it */
export function rolePath({ id }: { readonly id: string }): string {
  return `roles/${id}/`;
}

/** @param tag kebab-case */
export function tagPath(tag: string): string {
  return `tags/${tag}/`;
}
