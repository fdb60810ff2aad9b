/** The proof of a sign-up by the form, which anybody can fill in: whoever confirms it has a consent of their own. */
export function askedProof(wordingVersion: string): string {
  return `asked by the form with wording ${wordingVersion}, not confirmed`;
}

/** The proof of somebody whom a file does not call active, and of whom it tells no day on which they agreed. */
export const unprovenProof = 'none: the file does not say that they agreed';

/** What the record of a consent tells: that somebody agreed, or that they were asked, or that a file has their address. */
export function kindOfConsent(proof: string | undefined): 'consent' | 'asked' | 'listed' {
  if (proof === unprovenProof) return 'listed';
  const isAsked = /^asked by the form with wording [0-9a-f]{12}, not confirmed$/.test(proof ?? '');
  return isAsked ? 'asked' : 'consent';
}
