import { describeName } from '../never-name/describe-name.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

const hint = 'say what kind of company or person: “a fintech you know of”; or allow this place in the list';

export const neverNameText: Rule = {
  name: 'never-name/text',
  severity: 'error',
  neverIgnored: true,
  what: 'The text shows an entry of the never-name list, however it is written or encoded.',
  why: 'A candidate who trusted you, or a client who asked for silence, would be known to everybody.',
  fix: 'Say what kind of company or person it is. If it is only a word here, allow the place or the phrase in the list.',
  samples: () => ({
    good: [
      sampleBlock(
        '---active candidate\ntitle: vp of sales\n---\n\n- 5 years with a fintech you know of\n- wants to ramp up a team',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---active candidate\ntitle: vp of sales\n---\n\n- 5 years at initech, then ini**tech** uk',
        ),
        finds: [
          { at: '11:14-11:15', message: 'this shows never-name entry 1', hint },
          { at: '11:28-11:29', message: 'this shows never-name entry 1', hint },
        ],
      },
    ],
  }),
  *check({ names }) {
    for (const name of names) {
      if (name.within === 'text') yield { place: name.place, message: describeName('this', name), hint };
    }
  },
};
