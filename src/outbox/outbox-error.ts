/** The outbox cannot be written to at all: nothing about one recipient. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  readonly hint = 'see that outbox is a folder that you may write to, and that the disk has room';

  /** @param cause what the system said: of it the reason is told, and not the file, which is called after somebody */
  constructor(folder: string, cause: unknown) {
    const [reason = ''] = cause instanceof Error ? cause.message.split(',', 1) : [];
    super(`${folder} cannot be written to${reason === '' ? '' : `: ${reason}`}`, { cause });
  }
}
