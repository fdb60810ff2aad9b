import { formatConfig } from '../../terminal/config-text.ts';
import { formatJson } from '../../terminal/json-text.ts';
import { type ExplainedSetting, explainSettings } from '../../workspace/explain-settings.ts';
import type { Command, Outcome } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ConfigOptions {
  readonly C?: string;
  readonly schema?: boolean;
}

/** `penny config`: what is in force, and where each value comes from. No secret is in it. */
export const config: Command<ConfigOptions> = async (context, options) => {
  if (options.schema === true) return describeSchema();
  const workspace = openWorkspace(context);
  const settings: readonly ExplainedSetting[] = [
    { name: 'workspace', value: workspace.folder, from: options.C === undefined ? 'default' : 'flag' },
    ...explainSettings(workspace, context.environment),
  ];
  // Keys are printed as they are, and the name of a rule is whatever somebody wrote.
  const documents = settings.map(({ name, ...setting }) => [context.terminal.concealed(name), setting]);
  return {
    exitCode: 0,
    json: { config: Object.fromEntries(documents) },
    text: formatConfig(settings),
  };
};

/** For editors, and without a workspace. Loaded only here: it is made from all the rules. */
async function describeSchema(): Promise<Outcome> {
  const { settingsJsonSchema } = await import('../settings-json-schema.ts');
  const schema = settingsJsonSchema();
  return { exitCode: 0, json: schema, text: formatJson(schema) };
}
