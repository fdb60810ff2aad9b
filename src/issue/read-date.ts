export type DateNumbers = readonly [year: number, month: number, day: number];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayBeforeMonth = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]${monthName},?[ -](\\d{4})$`, 'i');
const monthBeforeDay = new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');

/** What a date can mean that is not written as dates are here: nothing for what is none, two days for `03/04/2026`. */
export function readDate(text: string): readonly DateNumbers[] | undefined {
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)?.map(Number);
  if (numbers !== undefined) {
    const [, first = 0, second = 0, year = 0] = numbers;
    return [
      [year, second, first],
      [year, first, second],
    ];
  }
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text)?.map(Number);
  if (yearFirst !== undefined) return [[yearFirst[1] ?? 0, yearFirst[2] ?? 0, yearFirst[3] ?? 0]];
  const [, dayFirst = '', itsMonth = '', itsYear = ''] = dayBeforeMonth.exec(text) ?? [];
  if (dayFirst !== '') return [[Number(itsYear), monthOf(itsMonth), Number(dayFirst)]];
  const [, month = '', day = '', year = ''] = monthBeforeDay.exec(text) ?? [];
  return month === '' ? undefined : [[Number(year), monthOf(month), Number(day)]];
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
