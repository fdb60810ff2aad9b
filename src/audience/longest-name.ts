/** Characters: nobody's name is longer. */
export const longestName = 200;
