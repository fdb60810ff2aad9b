import { posix } from 'node:path';
import Handlebars from 'handlebars';
import type { Place } from '../source/place.ts';
import { describeTemplateFault } from './describe-template-fault.ts';
import { nameLabels } from './labels.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { TemplateError } from './template-error.ts';

/** The compiled templates of one folder. Whoever needs it more than once keeps it. */
export interface TemplateEngine {
  /**
   * Runs `folder/name.hbs`. Values are escaped for HTML, in the `text` folder for nothing; in triple braces only
   * values whose name ends in `Html` may stand.
   *
   * @throws TemplateError when a template is missing, malformed, or names something that `data` does not have.
   */
  fill(name: string, data: object): string;
}

/**
 * Compiles every `.hbs` file of a folder; each can use every other one as a partial: `{{> footer}}`.
 *
 * The language is Handlebars with its built-in blocks (`if`, `unless`, `each`, `with`) and nothing else: no helper
 * of our own, no prototype access, and a misspelt name is a fault instead of a silent gap. Everywhere, also within
 * `each` and in partials, `{{@labels.subscribe}}` is one of the newsletter's words.
 *
 * @throws TemplateError for the first template that is malformed.
 */
export function compileTemplates(
  templates: Templates,
  folder: 'email' | 'web' | 'text',
  letterhead: Pick<Letterhead, 'name' | 'labels'>,
): TemplateEngine {
  const handlebars = Handlebars.create();
  const options = { ...noPrototypes, data: { labels: nameLabels(letterhead) } };
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [file, source] of templates) {
    const { dir, name, ext } = posix.parse(file);
    if (dir !== folder || ext !== '.hbs') continue;
    const template = compileTemplate(handlebars, { file, source, noEscape: folder === 'text' });
    compiled.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return {
    fill(name, data) {
      const template = compiled.get(name);
      if (template === undefined) throw missingTemplate(`${folder}/${name}.hbs`);
      return template(data, options);
    },
  };
}

/** Both are the default; said aloud, Handlebars does not print a warning when a template tries. */
const noPrototypes = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

function missingTemplate(file: string): TemplateError {
  return new TemplateError(`there is no template ${file}`, { file });
}

/** Of the built-in helpers `log` would print, and `lookup` would turn a misspelt name into a silent gap. */
const strictOptions: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { log: false, lookup: false },
  preventIndent: true,
};

interface TemplateSource {
  readonly file: string;
  readonly source: string;
  readonly noEscape: boolean;
}

/** A template whose every failure, also as a partial of another one, names its file. */
function compileTemplate(
  handlebars: typeof Handlebars,
  { file, source, noEscape }: TemplateSource,
): Handlebars.TemplateDelegate {
  const guarded = <Result>(work: () => Result, seen?: object): Result => {
    try {
      return work();
    } catch (error) {
      throw error instanceof TemplateError ? error : describeTemplateFault(file, error, seen);
    }
  };
  const program = guarded(() => handlebars.parse(source));
  new StrictNames(file).accept(program);
  const template = handlebars.compile(program, { ...strictOptions, noEscape });
  return (data, runtime) => guarded(() => template(data, runtime), { ...data, ...runtime?.data });
}

/**
 * Makes names strict everywhere: of itself, Handlebars checks `{{title}}` but lets a misspelt `{{#if titel}}` pass
 * as false. Refuses triple braces around anything that is not HTML of our own making.
 */
class StrictNames extends Handlebars.Visitor {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const name = 'original' in mustache.path ? String(mustache.path.original) : '';
    if (!mustache.escaped && !name.endsWith('Html')) {
      throw new TemplateError(`{{{${name}}}} would go out unescaped: write {{${name}}}`, {
        file: this.#file,
        place: placeOf(mustache.loc),
      });
    }
    super.accept(mustache.path);
  }
}

/** Handlebars counts columns from 0. */
function placeOf({ start, end }: hbs.AST.SourceLocation): Place {
  return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
}
