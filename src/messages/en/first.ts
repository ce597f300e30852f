/** English, as much of it as the page says before anything was opened. */
import { actions } from './actions.ts';
import { editor } from './editor.ts';
import { files } from './files.ts';
import { graph } from './graph.ts';
import { history } from './history.ts';
import { log } from './log.ts';
import { page } from './page.ts';
import { problems } from './problems.ts';
import { scenes } from './scenes.ts';
import { state } from './state.ts';
import { tabs } from './tabs.ts';
import { why } from './why.ts';
import { widgets } from './widgets.ts';

export const en = {
  ...actions,
  ...editor,
  ...files,
  ...graph,
  ...history,
  ...log,
  ...page,
  ...problems,
  ...scenes,
  ...state,
  ...tabs,
  ...why,
  ...widgets,
} as const;
