import type { Command, CommandName } from './command.ts';

/** Loads what a command does, and with it only the libraries that this command needs. */
export function loadCommand(name: CommandName): Promise<Command<never>> {
  return loaders[name]();
}

const loaders = {
  init: async () => (await import('./commands/init.ts')).init,
  new: async () => (await import('./commands/new.ts')).newIssue,
  import: async () => (await import('./commands/import.ts')).importIssue,
  check: async () => (await import('./commands/check.ts')).check,
  preview: async () => (await import('./commands/preview.ts')).preview,
  render: async () => (await import('./commands/render.ts')).render,
  build: async () => (await import('./commands/build.ts')).build,
  send: async () => (await import('./commands/send.ts')).send,
  status: async () => (await import('./commands/status.ts')).status,
  pause: async () => (await import('./commands/pause.ts')).pause,
  resume: async () => (await import('./commands/resume.ts')).resume,
  cancel: async () => (await import('./commands/cancel.ts')).cancel,
  resolve: async () => (await import('./commands/resolve.ts')).resolve,
  bounces: async () => (await import('./commands/bounces.ts')).bounces,
  inbox: async () => (await import('./commands/inbox.ts')).inbox,
  'subscribers import': async () => (await import('./commands/subscribers-import.ts')).subscribersImport,
  'subscribers export': async () => (await import('./commands/subscribers-export.ts')).subscribersExport,
  'subscribers add': async () => (await import('./commands/subscribers-add.ts')).subscribersAdd,
  'subscribers remove': async () => (await import('./commands/subscribers-remove.ts')).subscribersRemove,
  'subscribers list': async () => (await import('./commands/subscribers-list.ts')).subscribersList,
  'subscribers show': async () => (await import('./commands/subscribers-show.ts')).subscribersShow,
  'subscribers tag': async () => (await import('./commands/subscribers-tag.ts')).subscribersTag,
  'subscribers erase': async () => (await import('./commands/subscribers-erase.ts')).subscribersErase,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'role list': async () => (await import('./commands/role-list.ts')).roleList,
  'role close': async () => (await import('./commands/role-close.ts')).roleClose,
  'role reopen': async () => (await import('./commands/role-reopen.ts')).roleReopen,
  'theme list': async () => (await import('./commands/theme-list.ts')).themeList,
  'theme eject': async () => (await import('./commands/theme-eject.ts')).themeEject,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  config: async () => (await import('./commands/config.ts')).config,
  completion: async () => (await import('./commands/completion.ts')).completion,
} satisfies Record<CommandName, () => Promise<Command<never>>>;
