import type { UnknownPolicy } from '../../delivery/attempt-delivery.ts';
import type { Sending } from './sending.ts';

/** What is done about those of whom nobody knows: what is typed goes before what is set. */
export function unknownPolicy({ workspace, options }: Pick<Sending, 'workspace' | 'options'>): UnknownPolicy {
  return options.unknown ?? workspace.settings.delivery.unknown;
}
