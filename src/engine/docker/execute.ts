/** A typed line → what became of it: bash runs it on the simulated computer, with docker and a few others as its programs. */
import { runLine } from '../run/terminal.ts';
import type { Execute } from '../workspace/execute.ts';
import { dockerTool } from './cli/docker.ts';
import { hostTools } from './host/index.ts';
import { Session } from './session.ts';
import { folderPath, home, leftBehind, pathFolder, user, workstation } from './workstation.ts';

/** Longer lines are refused: nobody types them. */
const longest = 100_000;

/** Runs a line on the machine that is sat at. The state that is given stays valid. */
export const execute: Execute = (state, line, scenario, resolve, interrupted) => {
  const session = new Session(state, { scenario, resolve });
  const tools = [dockerTool(session), ...hostTools(session)];
  const result = runLine({
    line: line.length > longest ? "echo 'bash: line too long' >&2; false" : line,
    root: workstation(state.context, state.outside, tools.flatMap(({ name, aliases = [] }) => [name, ...aliases])),
    cwd: folderPath(state.folder),
    home,
    user,
    hostname: state.machine,
    variables: new Map(Object.entries(state.environment).map(([name, value]) => [name, { value, exported: true }])),
    tools,
    now: state.now,
    ...(interrupted !== undefined && { interrupted }),
  });
  const { context, outside } = leftBehind(result.root);
  const after = session.state;
  return {
    state: {
      ...after,
      context,
      outside,
      now: Math.max(after.now, state.now + Math.ceil(result.duration)),
      folder: pathFolder(result.cwd),
      environment: Object.fromEntries([...result.variables].map(([name, { value }]) => [name, value])),
    },
    entry: {
      machine: state.machine,
      folder: state.folder,
      line,
      output: result.output,
      exitCode: result.exitCode,
      duration: result.duration,
      ...(session.build !== undefined && { build: session.build }),
      ...(session.messages.length > 0 && { messages: session.messages }),
      ...(session.opens !== undefined && { opens: session.opens }),
    },
  };
};
