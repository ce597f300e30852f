/** Programs of the computer that know of more than files: what the page does for them. */
import type { Tool } from '../../run/tools/tool.ts';
import type { Session } from '../session.ts';
import { clear } from './clear.ts';
import { curl } from './curl.ts';
import { editor } from './editor.ts';
import { gitTool } from './git.ts';
import { historyTool } from './history.ts';
import { sudo } from './sudo.ts';

/** All of them, for the shell of a session. */
export function hostTools(session: Session): readonly Tool[] {
  return [clear, curl(session), editor(session), gitTool(session), historyTool(session), sudo];
}
