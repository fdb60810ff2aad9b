import type { Command } from '../command.ts';
import { setRoleStatus } from '../set-role-status.ts';

interface CloseOptions {
  readonly as?: 'filled' | 'withdrawn' | 'paused';
}

/** `penny role close <id>`: writes the status into the newest issue that shows the role. */
export const roleClose: Command<CloseOptions> = async (context, { as = 'filled' }, [id = '']) =>
  setRoleStatus(context, id, as);
