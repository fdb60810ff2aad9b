/** Stands before a field that is called like one of our own columns, in exports and in `--map`. */
export const fieldPrefix = 'fields.';
