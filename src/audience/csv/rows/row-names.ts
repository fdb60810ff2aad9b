import { longestName } from '../../longest-name.ts';
import { cellOf, type Problem, type Row } from './row.ts';

/** Both empty where they are not known. A first name is never guessed: names put the family first as often as last. */
export function readNames(row: Row): { readonly name: string; readonly firstName: string } | Problem {
  const firstName = cellOf(row, 'firstName');
  const name = readName(row, firstName);
  if (name.length > longestName || firstName.length > longestName)
    return { problem: `the name is longer than ${longestName} characters` };
  if (!isOurOwn(row) && name.includes(',') && address.test(name))
    return { problem: 'the name holds an address: is a quote missing?' };
  return { name, firstName };
}

/** Made of its parts where there is no column for the whole, or one for the last name beside it. */
function readName(row: Row, firstName: string): string {
  const name = cellOf(row, 'name');
  const { roles } = row.columns;
  if (name !== '' || (roles.name !== undefined && roles.lastName === undefined)) return name;
  return `${firstName} ${cellOf(row, 'lastName')}`.trim();
}

const address = /[^\s@,]@[^\s@,]+\.[^\s@,]/;

/** What we wrote was taken from the list, and stands where it belongs. */
function isOurOwn({ columns: { known } }: Row): boolean {
  return known?.name === 'penny';
}
