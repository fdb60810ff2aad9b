import { isEnglish } from '../reading/is-english.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay, sampleFrontMatter } from '../sample.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';
import { findStrongWords } from '../wording/strong-words.ts';

const most = 5;
const hint = 'nothing is changed; to hide this line, add language/strong-words to ignore: with a why';

export const languageStrongWords: Rule = {
  name: 'language/strong-words',
  severity: 'note',
  what: 'There are strong words in the essay or the introduction, in English. They are counted in one line, and left as they are.',
  why: 'They may be just what you want; you may also have written them for another list.',
  fix: 'Nothing needs fixing. To hide the line, write the rule into `ignore` with a why.',
  samples: () => ({
    good: [
      sampleEssay('classic assets, scunthorpe, `shit`, [assess](https://penny.example/shit), hell yes'),
      sampleFrontMatter('title: no shit\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: karten\nlang: de\nnumber: 1\ndate: 2026-11-23\nsubtitle: ein Ass'),
      sampleBlock('---open role\ntitle: badass vp\napply: mailto:hello@penny.example\n---\n\n- shit'),
    ],
    bad: [
      {
        sample: sampleEssay(
          'they don’t give a shit.\n\nif you’re a *top performing ass*, no one will hire you',
        ),
        finds: [
          {
            at: '10:19-10:23',
            message: '2 strong words in your essay (10:19, 12:29), left as you wrote them',
            hint,
          },
        ],
      },
      {
        sample: sampleBlock('BULLSHIT\n\n---penny for my thoughts\ntitle: who cares\n---\n\ntwo way street'),
        finds: [
          {
            at: '7:1-7:9',
            message: '1 strong word in your introduction (7:1), left as you wrote it',
            hint,
          },
        ],
      },
      {
        sample: sampleBlock(
          'oh shit\n\n---penny for my thoughts\ntitle: holy shit\n---\n\nshit shit shit, damn',
        ),
        finds: [
          {
            at: '7:4-7:8',
            message:
              '6 strong words in your introduction and essay (7:4, 10:13, 13:1, 13:6, 13:11, …), left as you wrote them',
            hint,
          },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    const found = findStrongWords(context.issue).filter(isOpinion);
    const [first] = found;
    if (first === undefined) return;
    const [words, them] = found.length === 1 ? ['word', 'it'] : ['words', 'them'];
    yield {
      place: first.place,
      message: `${found.length} strong ${words} in your ${partsOf(found)} (${placesOf(found)}), left as you wrote ${them}`,
      hint,
    };
  },
};

/** In the essay, or in the introduction, which is markdown before any block. */
function isOpinion({ block, field }: TextMatch): boolean {
  return block === undefined ? field === undefined : block.kind === 'essay';
}

function partsOf(found: readonly TextMatch[]): string {
  const parts = found.map(({ block }) => (block === undefined ? 'introduction' : 'essay'));
  return [...new Set(parts)].join(' and ');
}

function placesOf(found: readonly TextMatch[]): string {
  const places = found.slice(0, most).map(({ place }) => `${place.line}:${place.column}`);
  return [...places, ...(found.length > most ? ['…'] : [])].join(', ');
}
