import { trimEdges } from './trim-edges.ts';

/** Tags as a cell or an option holds them. None has a comma, a semicolon or a bar in it. */
export function splitTags(cell: string): string[] {
  return cell
    .split(/[,;|]| ::: /)
    .map((tag) => trimEdges(tag, (character) => /[\s"]/.test(character)))
    .filter((tag) => tag !== '');
}
