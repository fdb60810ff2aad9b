/** What a place asks to see in an advertisement for a job there. */
export interface PayJurisdiction {
  /** As a message writes it. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The postal code of the region; absent where the law is the country’s. */
  readonly region?: string;
  /** Where the law is a city’s: its names, in lower case. */
  readonly cities?: readonly string[];
  /** The first day on which it is asked. */
  readonly since: string;
  /** From how many people on the employer counts; 1 is everybody. */
  readonly staff: number;
  readonly benefits?: true;
  readonly deadline?: { readonly since: string };
  /** Whether the law speaks of recruiters: as the ones who are asked, or of advertisements placed through them. */
  readonly recruiters?: 'asked' | 'covered';
  /** Whether pay with only one end, such as “200k+”, is not enough, by the law or by rules that are only proposed. */
  readonly closedRange?: 'asked' | 'proposed';
  /** Whether pay may also be told before the interview instead. */
  readonly orBeforeInterview?: true;
}

/** When this table was true. Not legal advice. */
export const asOf = '2026-11';

/** Cities come before the regions in which they are: what is nearer is named. */
export const payJurisdictions: readonly PayJurisdiction[] = [
  {
    ...us('new york city', 'NY', '2022-11-01', 4),
    cities: [
      'nyc',
      'new york city',
      'new york',
      'manhattan',
      'brooklyn',
      'queens',
      'the bronx',
      'bronx',
      'staten island',
    ],
    recruiters: 'asked',
    closedRange: 'asked',
  },
  { ...us('jersey city', 'NJ', '2022-04-13', 5), cities: ['jersey city'], benefits: true },
  { ...us('cleveland', 'OH', '2025-10-27', 15), cities: ['cleveland'], recruiters: 'asked' },
  { ...us('columbus', 'OH', '2025-12-03', 15), cities: ['columbus'], recruiters: 'asked' },
  { ...us('california', 'CA', '2023-01-01', 15), recruiters: 'asked' },
  { ...us('new york state', 'NY', '2023-09-17', 4), recruiters: 'asked' },
  { ...us('colorado', 'CO', '2021-01-01', 1), benefits: true, deadline: { since: '2024-01-01' } },
  { ...us('washington state', 'WA', '2023-01-01', 15), benefits: true, recruiters: 'covered' },
  { ...us('illinois', 'IL', '2025-01-01', 15), benefits: true, recruiters: 'asked' },
  {
    ...us('minnesota', 'MN', '2025-01-01', 30),
    benefits: true,
    recruiters: 'covered',
    closedRange: 'asked',
  },
  { ...us('new jersey', 'NJ', '2025-06-01', 10), benefits: true, closedRange: 'proposed' },
  { ...us('vermont', 'VT', '2025-07-01', 5), closedRange: 'asked' },
  { ...us('massachusetts', 'MA', '2025-10-29', 25), recruiters: 'covered' },
  { ...us('maryland', 'MD', '2024-10-01', 1), benefits: true, recruiters: 'asked' },
  us('washington d.c.', 'DC', '2024-06-30', 1),
  us('hawaii', 'HI', '2024-01-01', 50),
  us('virginia', 'VA', '2026-07-01', 1),
  // Sources differ between the 13th and the 29th.
  { ...us('maine', 'ME', '2026-07-29', 10), recruiters: 'covered' },
  { ...us('delaware', 'DE', '2027-09-26', 26), benefits: true },
  {
    name: 'british columbia',
    ...{ country: 'CA', region: 'BC', since: '2023-11-01', staff: 1 },
    recruiters: 'covered',
    closedRange: 'asked',
  },
  { name: 'ontario', country: 'CA', region: 'ON', since: '2026-01-01', staff: 25, recruiters: 'asked' },
  // Of the European Union only those that had the directive of 2023 fully in force.
  europe('italy', 'IT'),
  europe('slovakia', 'SK'),
  europe('lithuania', 'LT'),
  europe('malta', 'MT'),
];

function us(name: string, region: string, since: string, staff: number): PayJurisdiction {
  return { name, country: 'US', region, since, staff };
}

function europe(name: string, country: string): PayJurisdiction {
  return { name, country, since: '2026-06-07', staff: 1, orBeforeInterview: true };
}
