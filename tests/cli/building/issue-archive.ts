import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** Files of a workspace by path: the author's, not what is made of them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The day of its builds: later than all issues, earlier than when the role and the consent of `issues/002` end. */
export const firstDay = '2026-03-20';
export const dayAfterAll = '2026-06-01';

/** A small archive in which issues have to do with each other: neighbours, tags, roles that come again, pictures. */
export async function issueArchive(): Promise<Files> {
  return {
    'newsletter.yaml':
      'name: penny\nurl: https://penny.example\nsender: { name: penny, address: hello@penny.example }\ntheme: { logo: { src: logo.png, alt: penny } }\n',
    'logo.png': await paint('#101214', 120, 40),
    '.private/never-name.yaml': '- term: acme\n  allow: ["issues/005-silence.md:28"]\n',
    'templates/web/not-found.hbs': '<h1>not here, like the acme account</h1>\n',
    'issues/assets/offers.png': await paint('#1652a8', 640, 320),
    'issues/001-offers.md': issue(1, 'offers', '2026-03-02', [
      role('vp of sales'),
      role('account executive\nstatus: filled'),
      '---penny for my thoughts\n---\n\nwho holds the cards? see [here](https://penny.example/b).\n\n![offers by month](assets/offers.png)',
    ]),
    'issues/002-notice.md': issue(2, 'notice', '2026-03-09', [
      role('vp of sales'),
      role('head of revenue\ncloses: 2026-05-01'),
      '---active candidate\ntitle: vp of sales\nweb: true\nconsent: { on: 2026-03-01, until: 2026-05-01, scope: [email, web] }\n---\n\n- 15 years in sales',
    ]),
    'issues/003-references.md': issue(
      3,
      'references',
      '2026-03-16',
      [
        role('head of revenue'),
        '---penny for my thoughts\n---\n\nnobody calls them; read [here](https://penny.example/a).',
      ],
      'tags: [hiring]\nignore:\n  - { rule: link/generic-text, why: it is a joke }\n',
    ),
    'issues/005-silence.md': issue(
      5,
      'silence',
      '2026-03-18',
      [
        role('cro'),
        role('account executive'),
        '---penny for my thoughts\n---\n\nsay why, or say nothing about the acme account.',
      ],
      'tags: [hiring]\n',
    ),
  };
}

export function issue(
  number: number,
  title: string,
  date: string,
  blocks: readonly string[],
  more = '',
): string {
  return `---\ntitle: ${title}\nsubtitle: more on ${title}\nnumber: ${number}\ndate: ${date}\n${more}---\n\n${blocks.join('\n\n')}\n`;
}

export function role(titleAndMore: string): string {
  const [title = ''] = titleAndMore.split('\n');
  const apply = `https://jobs.example.com/${title.replaceAll(' ', '-')}`;
  return `---open role\ntitle: ${titleAndMore}\napply: ${apply}\n---\n\n- series a\n- in ${title}`;
}

export async function paint(background: string, width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A new temporary folder that holds these files. */
export function unpack(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'penny-'));
  for (const [path, content] of Object.entries(files)) writeInto(folder, path, content);
  return folder;
}

export function writeInto(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every file below a folder but hidden ones, with what is in it; nothing for a folder that is not there. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    return Object.fromEntries(
      files.map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length + 1), readFileSync(file, 'latin1')];
      }),
    );
  } catch {
    return {};
  }
}
