import { fileNotRead, findUnread } from '../../src/check/files/file-not-read.ts';
import { findPictures } from '../../src/check/images/find-pictures.ts';
import { imageMetadata, judgePicture } from '../../src/check/images/judge-picture.ts';
import {
  imageMissing,
  imageUnreadable,
  judgePictureFiles,
} from '../../src/check/images/judge-picture-file.ts';
import { findAddresses } from '../../src/check/links/find-addresses.ts';
import { findInTemplates } from '../../src/check/mail-clients/find-in-templates.ts';
import { mailClientRules } from '../../src/check/mail-clients/mail-client-rules.ts';
import { judgeMailSize, mailClipped } from '../../src/check/mail-size/mail-clipped.ts';
import { findOnlineFaults } from '../../src/check/online/find-online-faults.ts';
import { onlineRules } from '../../src/check/online/online-rules.ts';
import type { Sample } from '../../src/check/sample.ts';
import { judgeSentSlugs, slugSent } from '../../src/check/sent/slug-sent.ts';
import { accentContrast, judgeAccent } from '../../src/check/theme/accent-contrast.ts';
import { colourContrast, judgeColours } from '../../src/check/theme/colour-contrast.ts';
import { judgeLogo, logoFile } from '../../src/check/theme/logo-file.ts';
import { judgeTemplateFailure, templateFails } from '../../src/check/theme/template-fails.ts';
import { judgeTextPart, textPart } from '../../src/check/theme/text-part.ts';
import { findUnusedTemplates, unusedTemplate } from '../../src/check/theme/unused-template.ts';
import type { WrittenIssue } from '../../src/issue/issue.ts';
import { leastContrast } from '../../src/render/theme-colours.ts';
import { themeTokens } from '../../src/render/theme-tokens.ts';
import { letterhead, templates } from '../render/samples.ts';
import { holdFurtherSamples } from './hold-samples.ts';
import { parseFiles } from './parse-sample.ts';

const { theme } = letterhead;
const builtInTemplates = new Map(Array.from(templates, ([path, text]) => [`templates/${path}`, text]));

function issuesOf({ files }: Sample): WrittenIssue[] {
  return parseFiles(files).flatMap(({ written }) => written ?? []);
}

holdFurtherSamples([fileNotRead], ({ paths }) => findUnread(paths));

holdFurtherSamples([mailClipped], (sample) =>
  issuesOf(sample).flatMap((issue) => judgeMailSize(issue, sample.bytes)),
);

holdFurtherSamples([slugSent], (sample) => judgeSentSlugs(issuesOf(sample), sample.sent));

holdFurtherSamples([accentContrast], ({ written, place }) => {
  const { light } = themeTokens({ ...theme, accent: written });
  const shown = light['link'] ?? '';
  return judgeAccent({ written, shown, contrast: leastContrast(written, light), place });
});

holdFurtherSamples([unusedTemplate], ({ files }) =>
  findUnusedTemplates({ own: new Map(Object.entries(files)), builtIn: builtInTemplates }),
);

holdFurtherSamples([templateFails], ({ failure }) =>
  failure === undefined ? [] : [judgeTemplateFailure(failure)],
);

holdFurtherSamples([textPart], ({ measured }) => judgeTextPart(measured));

holdFurtherSamples([logoFile], (sample) => judgeLogo(sample));

holdFurtherSamples([colourContrast], ({ faint }) => judgeColours(faint));

holdFurtherSamples(Object.values(mailClientRules), ({ files }) =>
  findInTemplates({ own: Object.entries(files).map(([file, text]) => ({ file, text })), builtIn: [] }),
);

holdFurtherSamples(Object.values(onlineRules), (sample) => {
  const uses = issuesOf(sample).flatMap((issue) =>
    findAddresses(issue).map(({ kind, address, place }) => ({
      file: issue.file,
      address,
      place,
      isApply: kind === 'apply',
    })),
  );
  return findOnlineFaults(uses, new Map(uses.map(({ address }) => [address, sample.answer])));
});

holdFurtherSamples([imageMissing, imageUnreadable], (sample) =>
  issuesOf(sample).flatMap((issue) => judgePictureFiles(issue, () => sample.state)),
);

holdFurtherSamples([imageMetadata], ({ files, picture }) =>
  issuesOf({ files, excerpt: '' }).flatMap((issue) =>
    findPictures(issue)
      .filter(({ isOfCandidate }) => isOfCandidate)
      .flatMap(({ path }) => judgePicture({ file: `issues/${path}`, bytes: Buffer.from(picture, 'base64') })),
  ),
);
