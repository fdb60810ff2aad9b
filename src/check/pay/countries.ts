export interface Country {
  /** As a message writes it. */
  readonly name: string;
  /** As an author may write it besides, in lower case without full stops. */
  readonly aliases: readonly string[];
  /** ISO 4217: what people are paid there. */
  readonly currency: string;
}

/** By ISO 3166-1 alpha-2. */
export const countries: ReadonlyMap<string, Country> = new Map(
  Object.entries({
    US: country('the united states', 'USD', 'us', 'usa', 'united states', 'united states of america'),
    CA: country('canada', 'CAD'),
    MX: country('mexico', 'MXN', 'méxico'),
    BR: country('brazil', 'BRL', 'brasil'),
    GB: country(
      'the united kingdom',
      'GBP',
      'uk',
      'gb',
      'united kingdom',
      'great britain',
      'england',
      'scotland',
      'wales',
    ),
    IE: country('ireland', 'EUR', 'republic of ireland'),
    DE: country('germany', 'EUR', 'deutschland'),
    AT: country('austria', 'EUR', 'österreich'),
    CH: country('switzerland', 'CHF', 'schweiz', 'suisse', 'svizzera'),
    FR: country('france', 'EUR'),
    BE: country('belgium', 'EUR', 'belgië', 'belgique'),
    NL: country('the netherlands', 'EUR', 'netherlands', 'nederland', 'holland'),
    LU: country('luxembourg', 'EUR'),
    ES: country('spain', 'EUR', 'españa'),
    PT: country('portugal', 'EUR'),
    IT: country('italy', 'EUR', 'italia'),
    MT: country('malta', 'EUR'),
    GR: country('greece', 'EUR'),
    FI: country('finland', 'EUR', 'suomi'),
    SE: country('sweden', 'SEK', 'sverige'),
    NO: country('norway', 'NOK', 'norge'),
    DK: country('denmark', 'DKK', 'danmark'),
    PL: country('poland', 'PLN', 'polska'),
    CZ: country('czechia', 'CZK', 'czech republic'),
    SK: country('slovakia', 'EUR', 'slovensko'),
    LT: country('lithuania', 'EUR', 'lietuva'),
    IL: country('israel', 'ILS'),
    IN: country('india', 'INR'),
    SG: country('singapore', 'SGD'),
    JP: country('japan', 'JPY', '日本'),
    AU: country('australia', 'AUD'),
    NZ: country('new zealand', 'NZD'),
  }),
);

function country(name: string, currency: string, ...aliases: readonly string[]): Country {
  return { name, currency, aliases: [name, ...aliases] };
}
