/** This process no longer holds the mailing or the delivery that it wants to write: somebody else took it over. */
export class HoldLostError extends Error {
  override readonly name = 'HoldLostError';
}
