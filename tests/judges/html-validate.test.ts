import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { type JudgedDocument, judgedMails, judgedPages, judgedPreviewPages } from './judged-documents.ts';
import { htmlValidateExceptions } from './mail-exceptions.ts';

interface Complaint {
  readonly rule: string;
  readonly text: string;
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // Boxes to tick share a name, and each adds a value to it (HTML, “constructing the entry list”).
  rules: { 'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }] },
});

async function complaintsOf(documents: readonly JudgedDocument[]): Promise<readonly Complaint[]> {
  const reports = await Promise.all(
    documents.map(async ({ name, html }) => ({ name, ...(await validator.validateString(html)) })),
  );
  return reports.flatMap(({ name, results }) =>
    results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => ({ rule: ruleId, text: `${name}:${line} ${message}` })),
    ),
  );
}

it('html-validate has nothing to say of any page of a site', async () => {
  expect(await complaintsOf(judgedPages())).toEqual([]);
});

it('html-validate has nothing to say of the preview’s pages', async () => {
  expect(await complaintsOf(judgedPreviewPages())).toEqual([]);
});

it('html-validate says of the mails what we know of, all of it and nothing else', async () => {
  const complaints = await complaintsOf(await judgedMails());
  const unknown = complaints.filter(({ rule }) => !Object.hasOwn(htmlValidateExceptions, rule));
  expect(unknown).toEqual([]);
  expect(new Set(complaints.map(({ rule }) => rule))).toEqual(new Set(Object.keys(htmlValidateExceptions)));
});

it('html-validate sees a fault', async () => {
  const [page] = judgedPages();
  const html = page?.html.replace('</main>', '</section>') ?? '';
  expect(await complaintsOf([{ name: 'a broken page', html }])).not.toEqual([]);
});
