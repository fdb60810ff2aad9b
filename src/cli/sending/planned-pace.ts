import { formatMoment } from '../../terminal/mailing-text.ts';
import type { PlannedPace } from '../../terminal/plan-text.ts';
import { UsageError } from '../command.ts';
import { parseMoment } from './parse-moment.ts';
import type { Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';

/**
 * How fast, when and between which hours: what is typed goes before what is set.
 *
 * @throws UsageError for a start that is over
 */
export function plannedPace({ options, workspace }: Sending): PlannedPace {
  const { delivery, topics } = workspace.settings;
  const { rate = delivery.rate, window, at, segment, to } = options;
  return {
    ...(rate === undefined ? {} : { rate }),
    ...(window === undefined ? {} : { window }),
    ...(segment === undefined ? { unaskedTopics: topics } : { segment: segment.text }),
    isNamed: to !== undefined,
    ...(at === undefined ? {} : { startsAt: requireFuture(parseMoment(at)) }),
  };
}

function requireFuture(moment: number): number {
  if (moment > systemClock.now()) return moment;
  throw new UsageError(`${formatMoment(moment)} is over`, 'leave --at out to send at once');
}
