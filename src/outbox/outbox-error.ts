/** The outbox cannot be written to at all: nothing about one recipient. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  readonly hint = 'see that outbox is a folder that you may write to, and that the disk has room';

  constructor(folder: string, cause: unknown) {
    super(`${folder} cannot be made`, { cause });
  }
}
