/** The proof of a sign-up by the form, which anybody can fill in: whoever confirms it has a consent of their own. */
export function askedProof(wordingVersion: string): string {
  return `asked by the form with wording ${wordingVersion}, not confirmed`;
}

/** Whether a proof is one of `askedProof`, and no consent yet. */
export function isAskedProof(proof: string | undefined): boolean {
  return proof !== undefined && /^asked by the form with wording [0-9a-f]{12}, not confirmed$/.test(proof);
}
