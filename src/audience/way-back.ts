import type { LeavingStatus } from './subscriber.ts';

/**
 * How somebody who is not mailed comes back. By the `form`: a link in their mailbox proves that it works, and that they
 * want it. Or `anew`, when the recruiter has forgotten them at their own wish: the form sends them nothing, because
 * anybody can type their address into it, and mail to people who complained about it harms all other mail.
 */
export type WayBack = 'form' | 'anew';

/** The reason of a suppression that its own person may take back. */
export const leftByThemselves = 'unsubscribed';

/** How somebody stands who is suppressed for this reason. */
export function leavingStatusOf(reason: string | undefined): LeavingStatus {
  return reason === leftByThemselves ? 'unsubscribed' : 'suppressed';
}

/** They left by themselves, or mail came back; a reason may go on with a server’s words. */
const byForm: readonly string[] = [leftByThemselves, 'no such address', 'refused twice', 'out of reach'];

/**
 * @param reason of the suppression; without one nothing bars the address. One that is not known, such as that of a list
 *   from elsewhere which only says that somebody must not be mailed, may be a complaint.
 */
export function wayBackOf(reason: string | undefined): WayBack {
  return reason === undefined || byForm.includes(reason.split(':', 1)[0] ?? '') ? 'form' : 'anew';
}
