import type { Subscriber } from '../../audience/subscriber.ts';

/** A subscriber as `--json` prints them: without the numbers and forms that only the database needs. */
export function tellSubscriber({
  id: _,
  canonical: _canonical,
  joinedAt: _joined,
  ...told
}: Subscriber): object {
  return told;
}
