import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';

/** Whether there is a list of names that must not appear. How many stand on it tells nothing of them. */
export function checkNeverNames({ neverNames }: Examination): readonly Check[] {
  const name = 'never-name list';
  if (neverNames !== undefined && neverNames > 0)
    return [fine(name, `${neverNames} ${neverNames === 1 ? 'entry' : 'entries'}`)];
  return [
    {
      name,
      state: 'note',
      detail: neverNames === undefined ? 'there is none' : 'it is empty',
      hint: 'write  - term: the name  into .private/never-name.yaml, which git must ignore, or set PENNY_NEVER_NAME',
    },
  ];
}
