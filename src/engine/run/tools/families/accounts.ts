/** Users and groups. */
import { addgroup, adduser, delgroup, deluser, groupadd, useradd, usermod } from '../accounts.ts';
import type { Tool } from '../tool.ts';

export const accountTools: readonly Tool[] = [addgroup, adduser, delgroup, deluser, groupadd, useradd, usermod];
