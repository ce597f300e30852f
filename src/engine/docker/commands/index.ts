/** Every command that is simulated. */
import type { Command } from '../cli/command.ts';
import { buildxBakeCommand } from './buildx-bake.ts';
import { buildxBuildCommand } from './buildx-build.ts';
import { buildxCreateCommand } from './buildx-create.ts';
import { buildxDuCommand } from './buildx-du.ts';
import { buildxHistoryInspectCommand } from './buildx-history-inspect.ts';
import { buildxHistoryLogsCommand } from './buildx-history-logs.ts';
import { buildxHistoryLsCommand } from './buildx-history-ls.ts';
import { buildxHistoryRmCommand } from './buildx-history-rm.ts';
import { buildxImagetoolsCreateCommand } from './buildx-imagetools-create.ts';
import { buildxImagetoolsInspectCommand } from './buildx-imagetools-inspect.ts';
import { buildxInspectCommand } from './buildx-inspect.ts';
import { buildxLsCommand } from './buildx-ls.ts';
import { buildxPruneCommand } from './buildx-prune.ts';
import { buildxRmCommand } from './buildx-rm.ts';
import { buildxUseCommand } from './buildx-use.ts';
import { buildxVersionCommand } from './buildx-version.ts';
import { containerInspectCommand } from './container-inspect.ts';
import { containerPruneCommand } from './container-prune.ts';
import { contextLsCommand } from './context-ls.ts';
import { contextShowCommand } from './context-show.ts';
import { cpCommand } from './cp.ts';
import { createCommand } from './create.ts';
import { diffCommand } from './diff.ts';
import { execCommand } from './exec.ts';
import { exportCommand } from './export.ts';
import { historyCommand } from './history.ts';
import { imageInspectCommand } from './image-inspect.ts';
import { imageLsCommand } from './image-ls.ts';
import { imagePruneCommand } from './image-prune.ts';
import { infoCommand } from './info.ts';
import { inspectCommand } from './inspect.ts';
import { killCommand } from './kill.ts';
import { loadCommand } from './load.ts';
import { loginCommand } from './login.ts';
import { logoutCommand } from './logout.ts';
import { logsCommand } from './logs.ts';
import { manifestInspectCommand } from './manifest-inspect.ts';
import { psCommand } from './ps.ts';
import { pullCommand } from './pull.ts';
import { pushCommand } from './push.ts';
import { rmCommand } from './rm.ts';
import { rmiCommand } from './rmi.ts';
import { runCommand } from './run.ts';
import { saveCommand } from './save.ts';
import { searchCommand } from './search.ts';
import { startCommand } from './start.ts';
import { stopCommand } from './stop.ts';
import { systemDfCommand } from './system-df.ts';
import { systemPruneCommand } from './system-prune.ts';
import { tagCommand } from './tag.ts';
import { versionCommand } from './version.ts';

/** In alphabetical order of their files. */
export const commands: readonly Command[] = [
  buildxBakeCommand,
  buildxBuildCommand,
  buildxCreateCommand,
  buildxDuCommand,
  buildxHistoryInspectCommand,
  buildxHistoryLogsCommand,
  buildxHistoryLsCommand,
  buildxHistoryRmCommand,
  buildxImagetoolsCreateCommand,
  buildxImagetoolsInspectCommand,
  buildxInspectCommand,
  buildxLsCommand,
  buildxPruneCommand,
  buildxRmCommand,
  buildxUseCommand,
  buildxVersionCommand,
  containerInspectCommand,
  containerPruneCommand,
  contextLsCommand,
  contextShowCommand,
  cpCommand,
  createCommand,
  diffCommand,
  execCommand,
  exportCommand,
  historyCommand,
  imageInspectCommand,
  imageLsCommand,
  imagePruneCommand,
  infoCommand,
  inspectCommand,
  killCommand,
  loadCommand,
  loginCommand,
  logoutCommand,
  logsCommand,
  manifestInspectCommand,
  psCommand,
  pullCommand,
  pushCommand,
  rmCommand,
  rmiCommand,
  runCommand,
  saveCommand,
  searchCommand,
  startCommand,
  stopCommand,
  systemDfCommand,
  systemPruneCommand,
  tagCommand,
  versionCommand,
];
