/** What gray-matter asks of its own reader of YAML when it is loaded. The bundle holds this in its stead: nobody calls it. */
export const safeLoad = refuse;
export const safeDump = refuse;

function refuse(): never {
  throw new Error('gray-matter is to be given an engine for YAML');
}
