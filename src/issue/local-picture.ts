/**
 * The path of the file that an image's address means, relative to the folder, with forward slashes; nothing for
 * an address of the web or of anything else.
 */
export function localPicturePath(address: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i.test(address)) return undefined;
  const path = decoded(address.replace(/[?#].*$/, ''));
  return pictureName.test(path) ? path : undefined;
}

/** `penny.example/a.png` has no https:// in front; `assets/a.png` is a file. */
const pictureName =
  /^(?!(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}\/).*\.(?:png|jpe?g|gif|webp|avif|heic|heif|tiff?|bmp|svg)$/iu;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
