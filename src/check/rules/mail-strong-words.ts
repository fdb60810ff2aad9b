import type { WrittenIssue } from '../../issue/issue.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay, sampleFrontMatter } from '../sample.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';
import { findStrongWords } from '../wording/strong-words.ts';

const numbered = 'number: 1\ndate: 2026-11-23';
const softer = 'write a softer word here; in your essay it can stay';

export const mailStrongWords: Rule = {
  name: 'mail/strong-words',
  severity: 'warning',
  what: 'A strong word, in English, stands in the subject, in the preheader, or in a role or a candidate.',
  why: 'Mail filters judge subjects by such words, and a role or a candidate is read as the words of your client.',
  fix: 'Write a softer word there. The essay may say what it wants.',
  samples: () => ({
    good: [
      sampleEssay('they frankly don’t give a shit'),
      sampleFrontMatter(`title: no shit\nsubtitle: damn\nsubject: no joke\npreheader: really\n${numbered}`),
      sampleBlock('---active candidate\ntitle: classic vp\n---\n\n- grew assets at a bass maker'),
      sampleFrontMatter(`title: ein Ass\nlang: de\n${numbered}`),
    ],
    bad: [
      {
        sample: sampleFrontMatter(`title: two way street\nsubject: who gives a shit?\n${numbered}`),
        finds: [{ at: '3:22-3:26', message: '“shit” stands in the subject', hint: softer }],
      },
      {
        sample: sampleFrontMatter(`title: no bullshit\nsubtitle: damn right\n${numbered}`),
        finds: [
          {
            at: '2:11-2:19',
            message: '“bullshit” stands in the title, which is the subject',
            hint: 'add a subject: without it; the title can stay',
          },
          {
            at: '3:11-3:15',
            message: '“damn” stands in the subtitle, which is the preheader',
            hint: 'add a preheader: without it; the subtitle can stay',
          },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: badass vp\napply: mailto:hello@penny.example\n---\n\n- sell\n\n---active candidate\ntitle: vp\n---\n\n- gets **Shit** done',
        ),
        finds: [
          { at: '8:8-8:14', message: '“badass” stands in an open role', hint: softer },
          { at: '18:10-18:14', message: '“Shit” stands in an active candidate', hint: softer },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    for (const match of findStrongWords(context.issue)) {
      const where = whereItHurts(match, context.issue);
      if (where === undefined) continue;
      yield {
        place: match.place,
        message: `${quote(match.text)} stands in ${where.name}`,
        hint: where.hint ?? softer,
      };
    }
  },
};

interface Where {
  readonly name: string;
  readonly hint?: string;
}

function whereItHurts({ block, field }: TextMatch, { frontMatter }: WrittenIssue): Where | undefined {
  if (block?.kind === 'openRole') return { name: 'an open role' };
  if (block?.kind === 'activeCandidate') return { name: 'an active candidate' };
  if (block !== undefined) return undefined;
  if (field === 'subject' || field === 'preheader') return { name: `the ${field}` };
  const standsInFor = field === 'title' ? 'subject' : field === 'subtitle' ? 'preheader' : undefined;
  if (standsInFor === undefined || frontMatter.places.has(standsInFor)) return undefined;
  return {
    name: `the ${field}, which is the ${standsInFor}`,
    hint: `add a ${standsInFor}: without it; the ${field} can stay`,
  };
}
