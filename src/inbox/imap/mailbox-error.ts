/** A mailbox that cannot be read. Its words never hold the password. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
