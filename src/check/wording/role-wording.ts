export type WordingGroup = 'age' | 'gender' | 'origin' | 'disability' | 'hype';

/** English words in an ad that tell some people not to apply, or tell nobody anything. */
export interface RoleWording {
  /** In lower case. A space is also a hyphen, and an `s` may follow. */
  readonly term: string;
  readonly group: WordingGroup;
  /** What to write; absent where nothing is needed in its place. */
  readonly instead?: string;
  /** Words before or after it with which it means something else. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
}

const things = [
  ...['company', 'business', 'startup', 'start up', 'brand', 'firm', 'product', 'market', 'industry', 'fund'],
  ...['organization', 'organisation', 'category', 'presidents'],
];

/** People whom a company serves, not those whom it looks for. */
const served = [
  ...[
    'families',
    'family',
    'children',
    'kid',
    'parents',
    'mothers',
    'fathers',
    'learners',
    'students',
    'pupils',
  ],
  ...['readers', 'viewers', 'listeners', 'fans', 'audience', 'patients', 'customers', 'consumers', 'buyers'],
  ...['shoppers', 'users', 'clients', 'borrowers', 'savers', 'investors', 'drivers', 'athletes', 'offenders'],
];

/** Words before “young” with which it speaks of customers, or of a team that somebody has led. */
const ofOthers = [
  ...['serve', 'serves', 'serving', 'help', 'helps', 'helping', 'teach', 'teaches', 'teaching', 'support'],
  ...['supports', 'supporting', 'sell to', 'sells to', 'selling to', 'market to', 'marketing to'],
  ...[
    'led a',
    'led',
    'managed a',
    'managed',
    'built a',
    'built',
    'coached a',
    'coached',
    'grown a',
    'mentored a',
  ],
  ...['mentored', 'trained a', 'trained', 'developed a', 'developed', 'scaled a', 'taken a', 'turned a'],
];

export const roleWordings: readonly RoleWording[] = [
  { term: 'young', group: 'age', notAfter: ['&', 'and', ...ofOthers], notBefore: [...things, ...served] },
  { term: 'youthful', group: 'age' },
  { term: 'energetic', group: 'age', instead: 'what they will do, such as “20 calls a day”' },
  { term: 'recent graduate', group: 'age', instead: '“early career”' },
  { term: 'recent college graduate', group: 'age', instead: '“early career”' },
  { term: 'recent university graduate', group: 'age', instead: '“early career”' },
  { term: 'recent grad', group: 'age', instead: '“early career”' },
  { term: 'recent college grad', group: 'age', instead: '“early career”' },
  {
    term: 'digital native',
    group: 'age',
    instead: 'the tools they need to know',
    notBefore: things,
  },
  { term: 'fresh blood', group: 'age', instead: '“new ideas”' },
  { term: 'overqualified', group: 'age' },

  { term: 'salesman', group: 'gender', instead: '“salesperson” or “seller”' },
  { term: 'salesmen', group: 'gender', instead: '“salespeople” or “sellers”' },
  { term: 'saleswoman', group: 'gender', instead: '“salesperson” or “seller”' },
  {
    term: 'chairman',
    group: 'gender',
    instead: '“chair”',
    notAfter: ['report to the', 'reports to the', 'to our'],
  },
  { term: 'foreman', group: 'gender', instead: '“site lead”' },
  { term: 'businessman', group: 'gender', instead: '“business person”' },
  { term: 'businessmen', group: 'gender', instead: '“business people”' },
  { term: 'craftsman', group: 'gender', instead: '“craftsperson”' },
  { term: 'handyman', group: 'gender', instead: '“maintenance technician”' },
  { term: 'repairman', group: 'gender', instead: '“repair technician”' },
  { term: 'cameraman', group: 'gender', instead: '“camera operator”' },
  { term: 'spokesman', group: 'gender', instead: '“spokesperson”' },
  { term: 'waitress', group: 'gender', instead: '“server”' },
  { term: 'stewardess', group: 'gender', instead: '“flight attendant”' },
  {
    term: 'manpower',
    group: 'gender',
    instead: '“people” or “staff”',
    notBefore: ['planning', 'software', 'group'],
  },
  { term: 'guys', group: 'gender', instead: '“people” or “everyone”' },
  { term: 'gentlemen', group: 'gender', instead: '“people” or “everyone”' },
  { term: 'ladies', group: 'gender', instead: '“people” or “everyone”' },

  { term: 'native english speaker', group: 'origin', instead: '“fluent in english”' },
  { term: 'native english', group: 'origin', instead: '“fluent in english”' },
  { term: 'english native', group: 'origin', instead: '“fluent in english”' },
  { term: 'native speaker', group: 'origin', instead: '“fluent in”, and the language' },
  { term: 'mother tongue', group: 'origin', instead: '“fluent in”, and the language' },
  {
    term: 'no visa',
    group: 'origin',
    instead: '“must be allowed to work in”, and the country',
    notBefore: ['sponsorship', 'sponsoring', 'support', 'needed', 'required', 'necessary'],
  },
  { term: 'us citizens only', group: 'origin', instead: '“must be allowed to work in the us”' },
  { term: 'u.s. citizens only', group: 'origin', instead: '“must be allowed to work in the us”' },
  { term: 'american citizens only', group: 'origin', instead: '“must be allowed to work in the us”' },
  { term: 'citizens only', group: 'origin', instead: '“must be allowed to work in”, and the country' },
  { term: 'locals only', group: 'origin', instead: '“onsite”, and the city' },
  { term: 'canadian experience', group: 'origin', instead: 'what they must have done' },
  { term: 'no accent', group: 'origin', instead: '“speaks clearly”' },
  { term: 'accent free', group: 'origin', instead: '“speaks clearly”' },
  { term: 'no foreigners', group: 'origin' },

  {
    term: 'able bodied',
    group: 'disability',
    instead: 'the work itself, such as “moves stock of up to 20 kg”',
  },
  {
    term: 'must be able to stand',
    group: 'disability',
    instead: 'the work itself, such as “works at a counter”',
    notBefore: ['up', 'out', 'in', 'behind', 'by'],
  },
  {
    term: 'must be able to walk',
    group: 'disability',
    instead: 'the work itself, such as “visits three sites a day”',
    notBefore: ['us', 'you', 'them', 'customers', 'clients', 'prospects', 'people', 'through', 'a', 'the'],
  },
  {
    term: 'must be able to lift up to',
    group: 'disability',
    instead: 'the work itself, such as “moves stock of up to 20 kg”',
  },
  { term: 'normal people', group: 'disability', instead: '“people”' },
  { term: 'normal person', group: 'disability', instead: '“person”' },
  { term: 'normal vision', group: 'disability', instead: 'the work itself' },
  { term: 'normal hearing', group: 'disability', instead: 'the work itself' },
  { term: 'suffers from a disability', group: 'disability', instead: '“has a disability”' },
  { term: 'suffering from a disability', group: 'disability', instead: '“with a disability”' },
  { term: 'wheelchair bound', group: 'disability', instead: '“uses a wheelchair”' },
  { term: 'handicapped', group: 'disability', instead: '“with a disability”' },
  { term: 'physically fit', group: 'disability', instead: 'the work itself' },
  { term: 'be in good health', group: 'disability', instead: 'the work itself' },
  { term: 'be in perfect health', group: 'disability', instead: 'the work itself' },

  { term: 'rockstar', group: 'hype', instead: 'what they have done', notBefore: ['games', 'energy'] },
  { term: 'rock star', group: 'hype', instead: 'what they have done' },
  { term: 'superstar', group: 'hype', instead: 'what they have done' },
  { term: 'ninja', group: 'hype', instead: 'what they have done' },
  { term: 'jedi', group: 'hype', instead: 'what they have done' },
  { term: 'guru', group: 'hype', instead: '“expert”' },
  {
    term: 'wizard',
    group: 'hype',
    instead: '“expert”',
    notAfter: ['setup', 'set up', 'import', 'onboarding', 'installation'],
  },
  { term: 'hustle', group: 'hype', instead: 'what they will do' },
  { term: 'hustler', group: 'hype', instead: 'what they will do' },
  { term: 'dominate', group: 'hype', instead: 'the goal, with a figure' },
  { term: 'crush it', group: 'hype', instead: 'the goal, with a figure' },
  { term: 'crushing it', group: 'hype', instead: 'the goal, with a figure' },
  { term: 'killer instinct', group: 'hype', instead: 'what they will do' },
  { term: 'work hard play hard', group: 'hype', instead: 'the hours' },
  { term: 'work hard, play hard', group: 'hype', instead: 'the hours' },
  { term: 'work hard and play hard', group: 'hype', instead: 'the hours' },
  { term: 'like a family', group: 'hype', instead: 'how you work together' },
  { term: 'like family', group: 'hype', instead: 'how you work together' },
  { term: 'we’re a family', group: 'hype', instead: 'how you work together' },
  { term: 'we are a family', group: 'hype', instead: 'how you work together' },
];
