import { LatePattern, type Pattern } from '../search/pattern.ts';

/** A kind of fact about a person that no hiring decision may rest on, and how people write it in English. */
interface SensitiveKind {
  /** Completes ““45 years old” tells …”. */
  readonly tells: string;
  readonly pattern: Pattern;
}

const articles = '(?:an? |the |their |his |her )?';
/** After an age; before any other word it is that of a company or a product. */
const person =
  '(?:and|or|who|with|but|man|woman|mother|father|executive|leader|manager|seller|engineer)(?!\\p{L})';

export const sensitiveKinds: readonly SensitiveKind[] = [
  {
    tells: 'about a visa or a work permit',
    pattern: words(
      '(?:h-?1-?b|o-?1|l-?1|e-?3|tn|f-?1|j-?1|student|work|spouse) visa',
      'h-?1-?b',
      'visa (?:holder|status|sponsorship|transfer|sponsored)',
      '(?:needs|requires) (?:an? )?visa(?: sponsorship)?',
      'on (?:an?|their) (?:\\p{L}+ )?visa',
      '(?:needs|requires|no need for) sponsorship',
      'green ?card(?: holder)?',
      'work permit',
      'work authori[sz]ation',
      'authori[sz]ed to work',
      'right to work',
      'permanent resident',
      'blue card(?: holder)?',
    ),
  },
  {
    tells: 'the nationality',
    pattern: words(
      'nationality',
      '(?:is|as) an? (?:\\p{L}+ )?citizen',
      '(?:u\\.?s\\.?|eu|uk|american|british|canadian|german|french|indian|chinese|foreign|dual) (?:citizen|citizenship|national(?! \\p{L}))',
      'citizen of',
      '(?:u\\.?s\\.?|eu|uk|american|british|canadian|german|second) passport',
      '(?:is|was) born in \\p{L}+',
    ),
  },
  {
    tells: 'the age',
    pattern: words(
      `[1-7]\\d[ -]years?[ -]old(?! (?!${person})\\p{L})`,
      'aged [1-7]\\d(?!\\+| days?)',
      'age:? [1-7]\\d',
      '(?:is|was) born in (?:19|20)\\d{2}',
      '(?:turned|turns|turning) [2-7]\\d(?= (?:last|this|next|in|recently|years)(?!\\p{L})|\\s*(?:[,.;)]|$))',
      '(?<!(?:brand|business|company|firm|product|start-?up|team)(?: was)? )born (?:in )?(?:19[4-9]|200)\\d',
      "in (?:their|his|her) (?:early |mid-? ?|late )?(?:twenties|thirties|forties|fifties|sixties|[2-6]0[’']?s)",
      '(?:early|mid|late)[ -](?:twenties|thirties|forties|fifties|sixties)',
    ),
  },
  {
    tells: 'about the family',
    pattern: words(
      'pregnant',
      `(?:on|from|after|during|before|due to) ${articles}(?:maternity|paternity|parental|family) leave`,
      '(?:is|are) married',
      'divorced',
      '(?:single|young|new|working|proud|expecting) (?:mom|mum|mother|dad|father|parent)',
      '(?:mom|mum|mother|dad|father|parent) (?:of|to) (?:\\d|an?|one|two|three|four|twins)',
      '(?:has|have|with) (?:\\d|two|three|four|small|young|little|no) (?:kids|children)',
    ),
  },
  {
    tells: 'about health',
    pattern: words(
      `(?:has|have|had|survived|with|living with|recovering from|diagnosed with) ${articles}disability`,
      `(?:has|have|had|survived|living with|recovering from|diagnosed with) ${articles}(?:cancer|adhd|autism|depression|burn-?out|chronic illness|diabetes|epilepsy|hiv|dyslexia)`,
      `(?:on|from|after|due to) ${articles}(?:sick|medical|disability) leave`,
      '(?:is|are) (?:disabled|autistic|dyslexic|neurodivergent|blind|deaf|hiv[ -]positive)',
      'disabled veteran',
      'cancer survivor',
      'wheelchair user',
      'in a wheelchair',
      'health (?:reasons|issues|problems)',
    ),
  },
  {
    tells: 'the religion',
    pattern: words(
      '(?:practi[cs]ing|devout|observant|is an?|is|as an?) (?:christian|muslim|jew|jewish|hindu|buddhist|catholic|protestant|mormon|sikh|atheist)',
      // By itself between two commas; in front of a noun it can be a market.
      '(?<=(?:^|[,;]) ?)(?:christian|muslim|jewish|hindu|buddhist|catholic|protestant|mormon|sikh|atheist)(?=\\s*(?:[,;.]|$))',
    ),
  },
  {
    tells: 'about a union',
    pattern: words(
      '(?<!credit )union (?:member|rep|representative|steward|organi[sz]er|activist)(?:ship)?',
      '(?:trade|labou?r) union member',
      'shop steward',
    ),
  },
  {
    tells: 'the sexual orientation',
    pattern: words('gay', 'lesbian', 'bisexual', 'transgender', 'queer'),
  },
];

function words(...forms: readonly string[]): LatePattern {
  return new LatePattern(`(?<![\\p{L}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}
