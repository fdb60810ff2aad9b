import { describe, expect, it, vi } from 'vitest';
import { compileTemplates, type TemplateEngine } from '../../src/render/template-engine.ts';
import { TemplateError } from '../../src/render/template-error.ts';
import { letterhead, templates as ownTemplates } from './samples.ts';

function compile(
  sources: Readonly<Record<string, string>>,
  folder: 'email' | 'web' | 'text' = 'email',
): TemplateEngine {
  return compileTemplates(new Map(Object.entries(sources)), folder, letterhead);
}

interface Fault {
  readonly message: string;
  readonly file: string;
  readonly line: number | undefined;
}

function faultOf(work: () => unknown): Fault {
  const { message, file, place } = errorOf(work);
  return { message, file, line: place?.line };
}

function errorOf(work: () => unknown): TemplateError {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('filling', () => {
  it('escapes values for HTML', () => {
    const engine = compile({ 'email/role.hbs': '<p title="{{title}}">{{title}}</p>' });
    const escaped = '&lt;b&gt; &amp; &quot;x&quot;';
    expect(engine.fill('role', { title: '<b> & "x"' })).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('escapes nothing in text', () => {
    const engine = compile({ 'text/role.hbs': '{{title}}' }, 'text');
    expect(engine.fill('role', { title: '<b> & "x"' })).toBe('<b> & "x"');
  });

  it('uses the other templates of the folder as partials, and none of another folder', () => {
    const engine = compile({
      'email/a.hbs': '{{> b}}',
      'email/b.hbs': '{{x}}',
      'web/b.hbs': 'web',
      'email/b.css': '',
    });
    expect(engine.fill('a', { x: 'mail' })).toBe('mail');
  });

  it('scoreboard 90: runs only what stands in a template, never what stands in a value', () => {
    const engine = compile({ 'text/a.hbs': '{{title}}' }, 'text');
    const hostile = '{{lookup this "constructor"}} {{> a}} {{title}}';
    expect(engine.fill('a', { title: hostile })).toBe(hostile);
  });

  it('sees no prototype, and prints no warning about it', () => {
    const print = vi.spyOn(console, 'error');
    const engine = compile({
      'email/a.hbs': '[{{> b}}]',
      'email/b.hbs': '{{constructor}}{{__proto__}}{{toString}}',
    });
    expect(engine.fill('a', {})).toBe('[]');
    expect(print).not.toHaveBeenCalled();
  });
});

describe('a template with a fault', () => {
  it.each([
    { fault: 'an unknown name', source: '\n{{titel}}', message: '"titel" not defined', line: 2 },
    {
      fault: 'an unknown name in a block',
      source: '{{#if titel}}{{/if}}',
      message: '"titel" not defined',
      line: 1,
    },
    {
      fault: 'an unknown list',
      source: '\n\n{{#each rolls}}{{/each}}',
      message: '"rolls" not defined',
      line: 3,
    },
    {
      fault: 'an unknown part of a value',
      source: '{{title.length2}}',
      message: '"length2" not defined',
      line: 1,
    },
  ])('names $fault', ({ source, message, line }) => {
    const engine = compile({ 'email/role.hbs': source });
    expect(faultOf(() => engine.fill('role', { title: {} }))).toEqual({
      message,
      file: 'email/role.hbs',
      line,
    });
  });

  it.each([
    { source: '<p>\n{{titel}}', at: [2, 3, 2, 8], meant: 'title' },
    { source: '{{#each roles}}{{nmae}}{{/each}}', at: [1, 18, 1, 22], meant: 'name' },
    { source: '{{@labels.subscrib}}', at: [1, 3, 1, 19], meant: 'subscribe' },
    { source: '{{elsewhere}}', at: [1, 3, 1, 12], meant: undefined },
    { source: ' {{{title}}}', at: [1, 2, 1, 13], meant: undefined },
  ])('says where it stands, and what was meant: $source', ({ source, at, meant }) => {
    const data = { title: '', roles: [{ name: '' }] };
    const { place, ...error } = errorOf(() => compile({ 'email/role.hbs': source }).fill('role', data));
    expect([place?.line, place?.column, place?.endLine, place?.endColumn]).toEqual(at);
    expect(error.meant).toBe(meant);
  });

  it('is named also when another template includes it', () => {
    const engine = compile({ 'email/layout.hbs': '{{> role}}', 'email/role.hbs': '\n{{titel}}' });
    expect(faultOf(() => engine.fill('layout', {}))).toMatchObject({ file: 'email/role.hbs', line: 2 });
  });

  it('is refused at once when it is malformed', () => {
    const fault = faultOf(() => compile({ 'email/role.hbs': '\n{{#if title}}' }));
    expect(fault).toEqual({ message: 'malformed at {{#if title}}', file: 'email/role.hbs', line: 2 });
  });

  it.each(['{{lookup this "title"}}', '{{log "x"}}', '{{shout title}}'])('has no helper for %s', (source) => {
    const engine = compile({ 'email/role.hbs': source });
    expect(faultOf(() => engine.fill('role', { title: '' })).message).toContain('unknown helper');
  });

  it('may not send out unescaped what is not HTML of our own making', () => {
    const fault = {
      message: '{{{title}}} would go out unescaped: write {{title}}',
      file: 'email/a.hbs',
      line: 2,
    };
    expect(faultOf(() => compile({ 'email/a.hbs': '\n{{{title}}}' }))).toEqual(fault);
    expect(faultOf(() => compile({ 'email/a.hbs': '\n{{#if x}}{{&title}}{{/if}}' }))).toEqual(fault);
    expect(compile({ 'email/a.hbs': '{{{bodyHtml}}}' }).fill('a', { bodyHtml: '<p>' })).toBe('<p>');
  });

  it('is named when it is missing', () => {
    expect(faultOf(() => compile({}).fill('role', {}))).toMatchObject({ file: 'email/role.hbs' });
    const engine = compile({ 'email/layout.hbs': '{{> rolle}}' });
    expect(faultOf(() => engine.fill('layout', {}))).toMatchObject({
      message: 'The partial rolle could not be found',
      file: 'email/layout.hbs',
    });
  });

  it('keeps what Handlebars said as its cause', () => {
    const engine = compile({ 'email/role.hbs': '{{titel}}' });
    expect(() => engine.fill('role', {})).toThrow(expect.objectContaining({ cause: expect.any(Error) }));
  });
});

it.each(['email', 'web', 'text'] as const)(
  'compiles the templates of %s that come with the package',
  (folder) => {
    expect(() => compileTemplates(ownTemplates, folder, letterhead)).not.toThrow();
  },
);
