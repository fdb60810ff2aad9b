/** Runs `then` once after so many milliseconds, unless the function that it returns is called before. */
export type Wait = (milliseconds: number, then: () => void) => () => void;

export const wait: Wait = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};
