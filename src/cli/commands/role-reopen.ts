import type { Command } from '../command.ts';
import { setRoleStatus } from '../set-role-status.ts';

/** `penny role reopen <id>`: the newest issue that shows the role says that it is open again. */
export const roleReopen: Command<object> = async (context, _options, [id = '']) =>
  setRoleStatus(context, id, 'open');
