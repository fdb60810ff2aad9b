/**
 * Makes the address of a page or file of the site, for links on one of its pages.
 *
 * @param path below the site's root: `` is the home page, `issues/one/` a page, `rss.xml` a file
 */
export type WebLink = (path: string) => string;

/**
 * Links from one page of the site to others that hold wherever the site lies: at a domain's root, in a subfolder, or
 * unpacked on a disk, where nobody answers `issues/` with the page in it. Hence `../../issues/index.html`.
 *
 * @param page where the links stand, such as `issues/one/`
 */
export function relativeLinks(page: string): WebLink {
  const root = '../'.repeat(page.split('/').length - 1);
  return (path) => `${root}${path === '' || path.endsWith('/') ? `${path}index.html` : path}`;
}

/**
 * Links for a page that may be read anywhere: by itself, or in answer to an address that is none.
 *
 * @param url of the site, without a slash at its end
 */
export function absoluteLinks(url: string): WebLink {
  return (path) => `${url}/${path}`;
}
