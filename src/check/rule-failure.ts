/** A rule that could not do its work: our bug, never the author's. */
export class RuleFailure extends Error {
  override readonly name = 'RuleFailure';

  constructor(rule: string, file: string, options: { readonly cause: unknown }) {
    super(`the rule ${rule} failed on ${file}`, options);
  }
}
