/** `docker build --call=outline` and `--call=targets` (BuildKit `dockerfile2llb/outline.go`, `ListTargets`). */
import { parse, readInstructions } from '../dockerfile/index.ts';
import { diagnosticOf } from './failure.ts';
import { convertOnce } from './plan-build.ts';
import type { PlanRequest } from './request.ts';
import type { MountInfo, StageState } from './stages/stage-state.ts';
import type { BuildOutline, BuildTarget, OutlineArg, OutlineMount, SubrequestError } from './subrequest.ts';

/** Stages that can be built. */
export function listTargets(dockerfile: string): readonly BuildTarget[] | SubrequestError {
  const parsed = parse(dockerfile);
  if (parsed.error) return { error: parsed.error };
  const read = readInstructions(parsed);
  if (!read.ok) return { error: read.error };
  return read.stages.map((stage, at) => ({
    ...(stage.name !== '' && { name: stage.name }),
    base: stage.base,
    ...(stage.platform !== '' && { platform: stage.platform }),
    ...(stage.doc !== '' && { description: stage.doc }),
    default: at === read.stages.length - 1,
    lines: [stage.lines],
  }));
}

/** Arguments, secrets and agents of the target and of all it is made of. */
export function outlineBuild(request: PlanRequest): BuildOutline | SubrequestError {
  const converted = convertOnce(request, [], false);
  if ('message' in converted) return { error: diagnosticOf(converted) };
  const { stage } = converted.target;
  const states = inOrder(converted.target);
  return {
    ...(stage && stage.name !== '' && { name: stage.name }),
    ...(stage && stage.doc !== '' && { description: stage.doc }),
    args: outlineArgs(states),
    secrets: outlineMounts(states, (state) => state.outline.secrets),
    ssh: outlineMounts(states, (state) => state.outline.ssh),
  };
}

/** A stage, the one it starts from, then those it copies from; each once. */
function inOrder(target: StageState): readonly StageState[] {
  const seen = new Set<StageState>();
  const pending = [target];
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    for (const needed of [...state.needs.keys()].reverse()) pending.push(needed);
    if (state.base) pending.push(state.base);
  }
  return [...seen];
}

function outlineArgs(states: readonly StageState[]): readonly OutlineArg[] {
  const found = new Map<string, OutlineArg>();
  for (const { outline } of states) {
    const used = new Set(outline.usedArgs);
    for (const name of used) for (const other of outline.args.get(name)?.uses ?? []) used.add(other);
    for (const name of used) {
      const arg = outline.args.get(name);
      if (!arg || found.has(name)) continue;
      const { doc } = arg.definition;
      found.set(name, { name, ...(arg.value !== '' && { value: arg.value }), ...(doc !== '' && { description: doc }), lines: [arg.place.lines] });
    }
  }
  return [...found.values()].sort((a, b) => firstLine(a) - firstLine(b));
}

function outlineMounts(states: readonly StageState[], of: (state: StageState) => ReadonlyMap<string, MountInfo>): readonly OutlineMount[] {
  const found = new Map<string, OutlineMount>();
  for (const state of states) {
    for (const [name, { required, place }] of of(state)) if (!found.has(name)) found.set(name, { name, required, lines: [place.lines] });
  }
  return [...found.values()].sort((a, b) => firstLine(a) - firstLine(b));
}

function firstLine({ lines }: OutlineArg | OutlineMount): number {
  return lines[0]?.first ?? 0;
}
