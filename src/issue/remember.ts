/**
 * Makes something, or gives what came of the same before: a build can be told that way what it need not do again.
 * What is made is plain data, and nobody changes it.
 *
 * @param name of what is made: nothing else in a build has the same
 * @param madeOf all that it depends on, but for what is the same in a whole build: the tool, the settings, the
 *   templates, the never-name list
 */
export type Remember = <Made>(
  name: string,
  madeOf: readonly (string | Uint8Array)[],
  make: () => Made,
) => Made;

/** Remembers nothing. */
export const makeAnew: Remember = (_name, _madeOf, make) => make();
