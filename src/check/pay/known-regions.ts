export interface KnownRegion {
  readonly country: 'US' | 'CA';
  /** The postal code. */
  readonly code: string;
  /** In lower case, without full stops. */
  readonly names: readonly string[];
  /** Cities, and names of parts of them, that mean this region even where it is not written. */
  readonly cities: readonly string[];
  /** Cities that exist elsewhere too: they only confirm a code such as `ca` or `de`, which is a country as well. */
  readonly citiesWithCode: readonly string[];
  /** Whether the code alone, after any city, can only mean this region. */
  readonly isCodeClear?: true;
}

/** The regions that pay laws speak of, and what authors write for places in them. */
export const knownRegions: readonly KnownRegion[] = [
  {
    ...region('US', 'NY', 'new york, new york state'),
    cities: list('nyc, new york city, manhattan, brooklyn, the bronx, staten island'),
    citiesWithCode: list('new york, queens, bronx, buffalo, albany, rochester, syracuse, ithaca'),
    isCodeClear: true,
  },
  {
    ...region('US', 'CA', 'california, calif, norcal, socal'),
    cities: [
      ...list(
        'sf, san francisco, sf bay area, san francisco bay area, bay area, silicon valley, los angeles',
      ),
      ...list('san diego, palo alto, mountain view, menlo park, cupertino, santa monica'),
    ],
    citiesWithCode: [
      ...list(
        'la, oakland, sacramento, san jose, san mateo, redwood city, sunnyvale, santa clara, irvine, berkeley',
      ),
      ...list(
        'long beach, pasadena, fresno, anaheim, costa mesa, burbank, carlsbad, santa barbara, santa cruz, south san francisco',
      ),
      ...list(
        'culver city, venice, el segundo, fremont, pleasanton, san ramon, emeryville, newport beach, walnut creek, foster city',
      ),
      ...list('san bruno'),
    ],
  },
  {
    ...region('US', 'CO', 'colorado'),
    cities: list('denver, colorado springs, fort collins'),
    citiesWithCode: list('boulder, aurora, lakewood, golden, broomfield, louisville, littleton, longmont'),
  },
  {
    ...region('US', 'WA', 'washington state'),
    cities: list('seattle, tacoma, spokane'),
    citiesWithCode: list('bellevue, redmond, kirkland, bothell, everett, olympia, renton, vancouver'),
  },
  {
    ...region('US', 'IL', 'illinois'),
    cities: list('chicago'),
    citiesWithCode: list(
      'evanston, naperville, schaumburg, aurora, peoria, springfield, oak brook, deerfield',
    ),
  },
  {
    ...region('US', 'MN', 'minnesota'),
    cities: list('minneapolis, twin cities'),
    citiesWithCode: list('st paul, saint paul, rochester, duluth, bloomington, eden prairie, minnetonka'),
  },
  {
    ...region('US', 'NJ', 'new jersey'),
    cities: list('jersey city, hoboken'),
    citiesWithCode: list('newark, princeton, trenton, camden'),
    isCodeClear: true,
  },
  {
    ...region('US', 'VT', 'vermont'),
    citiesWithCode: list('burlington, montpelier'),
    isCodeClear: true,
  },
  {
    ...region('US', 'MA', 'massachusetts'),
    cities: list('boston'),
    citiesWithCode: list('cambridge, somerville, worcester, waltham, burlington, newton, lexington'),
  },
  {
    ...region('US', 'MD', 'maryland'),
    cities: list('baltimore'),
    citiesWithCode: list('bethesda, rockville, annapolis, columbia, silver spring, gaithersburg, frederick'),
  },
  {
    ...region('US', 'DC', 'district of columbia'),
    cities: list('washington dc'),
    citiesWithCode: list('washington'),
    isCodeClear: true,
  },
  {
    ...region('US', 'HI', 'hawaii, hawaiʻi, hawai’i'),
    cities: list('honolulu'),
    citiesWithCode: list('hilo, kailua, maui'),
    isCodeClear: true,
  },
  {
    ...region('US', 'VA', 'virginia'),
    cities: list('virginia beach'),
    citiesWithCode: list('arlington, richmond, reston, alexandria, norfolk, mclean, tysons, herndon'),
  },
  {
    ...region('US', 'ME', 'maine'),
    citiesWithCode: list('portland, bangor, augusta, lewiston'),
  },
  {
    ...region('US', 'OH', 'ohio'),
    citiesWithCode: list('cleveland, columbus, cincinnati, toledo, dayton, akron'),
    isCodeClear: true,
  },
  {
    ...region('US', 'DE', 'delaware'),
    citiesWithCode: list('wilmington, dover, newark'),
  },
  {
    ...region('CA', 'BC', 'british columbia'),
    citiesWithCode: list('vancouver, victoria, burnaby, surrey, richmond, kelowna'),
    isCodeClear: true,
  },
  {
    ...region('CA', 'ON', 'ontario'),
    cities: list('toronto, gta, greater toronto area, mississauga, ottawa'),
    citiesWithCode: list('waterloo, kitchener, hamilton, london, markham, brampton, kingston'),
    isCodeClear: true,
  },
];

function region(country: KnownRegion['country'], code: string, names: string): KnownRegion {
  return { country, code, names: list(names), cities: [], citiesWithCode: [] };
}

function list(names: string): readonly string[] {
  return names.split(', ');
}
