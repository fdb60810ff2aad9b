import type { PageVisitor } from '../../http/page-visitor.ts';
import { type CheckOptions as CheckOnceOptions, checkOnce } from '../checking/check-once.ts';
import { explain } from '../checking/explain.ts';
import { type Command, UsageError } from '../command.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface CheckOptions extends CheckOnceOptions {
  readonly explain?: string;
  readonly watch?: boolean;
  readonly online?: boolean;
}

/** `penny check [issue...]`: once, or with `--watch` again whenever a file is saved. */
export const check: Command<CheckOptions> = async (context, options, names) => {
  if (options.explain !== undefined) return explain(options.explain, context);
  if (options.watch === true && options.fix === true)
    throw new UsageError(
      '--fix writes into your files, and --watch waits for you to',
      'leave one of them out',
    );
  const request = { options, names, ...(options.online === true ? { visitor: await openVisitor() } : {}) };
  if (options.watch !== true) return checkOnce(context, request);
  const { watchCheck } = await import('../checking/watch-check.ts');
  const stopping = new AbortController();
  void untilInterrupted().then(() => stopping.abort());
  return watchCheck(context, () => checkOnce(context, { ...request, stop: stopping.signal }));
};

/** One for the whole run: with `--watch` no page is called twice. */
async function openVisitor(): Promise<PageVisitor> {
  const { PageVisitor } = await import('../../http/page-visitor.ts');
  return new PageVisitor();
}
