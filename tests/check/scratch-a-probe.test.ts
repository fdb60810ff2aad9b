import { it } from 'vitest';
import { runRule } from '../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import { sampleEssay, sampleFrontMatter } from '../../src/check/sample.ts';
import { rules } from '../../src/check/rules/index.ts';
import { issueOnlyClosed } from '../../src/check/rules/issue-only-closed.ts';
import { mailSubjectEmoji } from '../../src/check/rules/mail-subject-emoji.ts';
import { mailSubjectWords } from '../../src/check/rules/mail-subject-words.ts';
import { textNbspRun } from '../../src/check/rules/text-nbsp-run.ts';
import { parseFiles } from './parse-sample.ts';
const want = /^(issue\/(number-gap|date-order|tag|file-n|only)|mail\/(subject-(cap|rep|pun|words|emoji)|preheader-[mr])|text\/(inv|bidi|con|pla|mer|repe|dec|nb|repl))/;
const all = [...rules, issueOnlyClosed, mailSubjectEmoji, mailSubjectWords, textNbspRun].filter((r) => want.test(r.name));
const n='\nnumber: 1\ndate: 2026-11-23';
const texts: Record<string,string> = {
 words: 'of the “the” the. The The band; in in-house; we we’d; a A team; if if; "or or"; to, to; the\u00a0the',
 spanish: 'a a; no no; la la', placeholder1: '[name](https://penny.example) [city] [date] [title][] [role]: x [your guess is as good as mine] [company]',
 ph2: '50%off and 30%more: 10%growth% {name} {date} {city} ${x} {% if x %} <company> <your company> <name> XX years, XX% raise, [x years], [X], %%name%%, %name%, 100%remote%',
 ph3: 'size XX and XXL; [links][a] [insert name here] {{firstName}} \\[company\\] [Your Name] [Company Name] [add]\n\n[a]: https://penny.example',
 ph4: '- [ ] task\n- [x] done\n- [link] to come[^1]\n\n[^1]: x',
 inv: '👨‍👩‍👧 👁️‍🗨️ ❤️‍🔥 🏳️‍🌈 ב\u200eabc می\u200cخواهم abc\u200f שלום foo\u200bbar \ufeffx \u00ad — a\u200b👍 क्\u200dष \u200eשלום\u200e [x](https://penny.example/a\u200bb) ශ්\u200dරී 각\u3164',
 taglink: '🏴󠁧󠁢󠁥󠁮󠁧󠁿 a\u{e0041}\u{e0042}b ✔︎ ☎️ ®️ कि\u200c thai ไทย\u200bภาษา 中文\u200b字 latin ﻿',
 nfd: 'e\u0301 क\u093c ড\u09bc 한글 \u1112\u1161\u11ab ệ e\u0323\u0302 [a\u0308](https://penny.example) が か\u3099',
 residue: 'x\n\n- Reply', residue2: 'x\n\nUnsubscribe | View in browser', residue3:'x\n\n[Unsubscribe](https://penny.example)', residue4: 'x\n\nforward.', residue5: 'x\n\n> Sent from my Galaxy', residue6:'what do they do next?\n\nreply.',
 bidi: '`a\u202eb` \u2067x\u2069', ctl: 'a\u0085b \u007f `\u009d`',
 merge: '[{{firstName}}](https://penny.example) ![{{name}}](https://penny.example/a.png) {{firstName|}} {{fields.city|x}} {{ email }} &#123;{name}}',
 merge2: 'see <https://penny.example/{{email}}>, [a](https://penny.example/?c={{fields.city}})',
};
const fms: Record<string,string> = {
 caps: 'title: VP OF SALES, SAAS'+n, caps2: 'title: IBM KPMG — 李'+n, caps3:'title: NASA IBM SAAS EMEA'+n, caps4: 'title: ARE WE "REALLY" {{firstName|there}}'+n,
 caps5:'title: "{{firstName}}, VP SALES EMEA"'+n, caps6: 'title: ÜBER GRÖSSE'+n, caps7:'title: STOP IT NOW'+n,
 reply:'title: "RE : x"'+n, reply2: 'title: "re-thinking: x"'+n, reply3: 'title: "tr: x"'+n, reply4:'title: "vs: them: us"'+n, reply5:'title: "re：x"'+n, reply6:'title: "Re[2]: x"'+n, reply7:"title: 're: re: x'"+n, reply8: 'title: >-\n  re: folded'+n,
 pun:'title: yes! really! wow!'+n, pun2: 'title: what??'+n, pun3:'title: "¡¡hola!!"'+n, pun4:'title: "!?!? hm"'+n, pun5: 'title: "！！"'+n, pun6:'title: "$$ for you"'+n, pun7:'title: a! b!'+n,
 pre:'title: a\npreheader: ""'+n, pre2:'title: two way street?\npreheader: two way street'+n, pre3:'title: "???"\nsubtitle: "…"'+n, pre4:'title: c++\nsubtitle: c#'+n, pre5: 'title: 5 - 4\nsubtitle: 5.4'+n,
 words:'title: you have limited time\nsubtitle: winner-takes-all, click-here'+n,
 merge:'title: hi {{name}}\npreheader: "\\\\{{name}}"\nsubtitle: "{{email}} {{fields.city}}"'+n,
 ph: 'title: "[company] {name}"\nsubtitle: "*|FNAME|*"'+n,
};
it('probe', () => {
 for (const [k, s] of [...Object.entries(texts).map(([k,t])=>[k,sampleEssay(t)] as const), ...Object.entries(fms).map(([k,t])=>['fm '+k,sampleFrontMatter(t)] as const)]) {
  console.log('## '+k);
  for (const p of parseFiles(s.files)) {
   for (const f of p.findings) console.log('   FORM', f.rule, f.message);
   const i = p.written; if (!i) continue;
   const lines=i.source.split('\n');
   for (const r of all) for (const f of runRule(r,{issue:i,others:[],newsletter:sampleNewsletter}))
     if (!(r.name==='mail/preheader-missing' && !k.startsWith('fm pre')))
     console.log('  ', r.name, `${f.line}:${f.column}-${f.endLine}:${f.endColumn}`, JSON.stringify(f.line===f.endLine?lines[f.line-1]?.slice(f.column-1,f.endColumn-1):''), f.message, '|', f.hint);
  }
 }
});
