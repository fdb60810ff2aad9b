import { leavingStatuses } from '../../audience/subscriber.ts';

/** Behind the status of a draft: whether it says that its person has left. */
export const isLeavingInSql = `IN (${leavingStatuses.map((status) => `'${status}'`).join(', ')})`;
