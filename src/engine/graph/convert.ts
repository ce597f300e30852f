/** One platform's conversion from text to target stage (BuildKit `toDispatchState`), readable from top to bottom. */
import { compilePatterns } from '../context/index.ts';
import { checkCasing, checkContinuations, checkNodes, checkStageNames } from '../dockerfile/checks/document-checks.ts';
import { createLinter, defaultCheckOptions, parseCheckOptions } from '../dockerfile/checks/index.ts';
import { goQuote } from '../dockerfile/go/quote.ts';
import { readInstructions, withSuggestion, type InstructionsResult, type ParsedDockerfile } from '../dockerfile/index.ts';
import { epochTime } from '../image/epoch-time.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Conversion } from './conversion.ts';
import { followPaths } from './context-paths.ts';
import { dispatchStage } from './dispatch/dispatch.ts';
import { resolveEpoch } from './epoch.ts';
import { failure, failureOf, type Failure } from './failure.ts';
import { checkDefaultBases, globalArgs, platformArgs, proxyOf } from './global-args.ts';
import { localState } from './llb/source.ts';
import { namedContext } from './named-context.ts';
import type { FrontendConfig } from './options/config.ts';
import { normalizePlatform, type Platform } from './platform.ts';
import type { ResolvedRef } from './plan.ts';
import type { PlanRequest } from './request.ts';
import { resolveReachable } from './stages/base-image.ts';
import { collectStages } from './stages/collect.ts';
import { addTriggers, linkStages } from './stages/dependencies.ts';
import { newOutline, StageList, type OutlineFacts, type StageState } from './stages/stage-state.ts';

export interface ConvertRequest {
  readonly request: PlanRequest;
  readonly config: FrontendConfig;
  readonly parsed: ParsedDockerfile;
  readonly buildPlatform: Platform;
  /** Absent where nobody asked for one. */
  readonly platform?: Platform;
  /** Where findings go; undefined: nowhere. */
  readonly findings: Diagnostic[] | undefined;
  readonly allStages: boolean;
}

export interface Converted {
  readonly conversion: Conversion;
  readonly target: StageState;
  readonly reachable: ReadonlySet<StageState>;
}

/** The target stage with its operations, or BuildKit's first error. */
export function convert(input: ConvertRequest): Converted | Failure {
  const { request, config, parsed } = input;
  if (request.dockerfile === '') return failure('the Dockerfile cannot be empty');
  const options = config.checkOptions ?? parseCheckOptions(parsed.directives.check?.value ?? '');
  if ('message' in options) return failure(`failed to parse check options: ${options.message}`);
  const lint = createLinter(input.findings ? options : defaultCheckOptions, input.findings, parsed);
  if (parsed.error) return failureOf(parsed.error);
  checkContinuations(parsed, lint);
  const read: InstructionsResult = readInstructions(parsed);
  checkNodes(parsed.nodes, read.ok ? undefined : read.error, lint);
  if (!read.ok) return failureOf(read.error);
  const { stages, metaArgs } = read;
  if (stages.length === 0) return failure('dockerfile contains no stages to build');
  checkStageNames(stages, lint);
  checkCasing(stages, lint);

  const targetPlatform = input.platform ?? input.buildPlatform;
  const buildArgs = new Map(config.buildArgs);
  const automatic = platformArgs(input.buildPlatform, targetPlatform, config.target || (stages.at(-1)?.name ?? ''), buildArgs);
  checkDefaultBases(stages, automatic, metaArgs, parsed.escape, lint);
  const globals = globalArgs(automatic, metaArgs, buildArgs, parsed.escape);
  if ('message' in globals) return globals;

  const outline: OutlineFacts = { ...newOutline(), args: new Map(globals.declared) };
  let conversion: Conversion = startConversion(input, { lint, targetPlatform, buildArgs, env: globals.env });
  const asked = buildArgs.get('SOURCE_DATE_EPOCH') ?? (globals.env.get('SOURCE_DATE_EPOCH') || undefined);
  if (asked !== undefined) {
    const contextFor = (name: string) => {
      const context = namedContext(conversion, name, undefined, new Set());
      return typeof context === 'string' ? context : context !== undefined;
    };
    const epoch = resolveEpoch(asked, stages, globals.env, buildArgs, parsed.escape, contextFor);
    if ('message' in epoch) return epoch;
    conversion = withEpoch(conversion, buildArgs, epoch.seconds);
  }

  const collected = collectStages(conversion, stages, outline);
  if (collected) return collected;
  const target = findTarget(conversion);
  if ('message' in target) return target;
  const linked = linkStages(conversion);
  if (linked) return linked;
  const reachable = resolveStages(conversion, target);
  if ('message' in reachable) return reachable;
  const ignored = withIgnore(conversion, request);
  if ('message' in ignored) return ignored;
  const problem = dispatchStages(ignored, reachable, target);
  if (problem) return problem;
  const violation = lint.failure();
  finishImage(ignored, target);
  return violation === undefined ? { conversion: ignored, target, reachable } : failure(violation);
}

interface Start {
  readonly lint: Conversion['lint'];
  readonly targetPlatform: Platform;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly env: Conversion['globalArgs'];
}

function startConversion(input: ConvertRequest, { lint, targetPlatform, buildArgs, env }: Start): Conversion {
  const { config, request } = input;
  const stages = new StageList();
  let groups = 0;
  const contextOptions = () => ({
    followPaths: followPaths(new Set(stages.states.flatMap(({ contextPaths }) => [...contextPaths]))),
    excludePatterns: request.ignore?.patterns ?? [],
    sharedKeyHint: 'context',
  });
  return {
    config,
    escape: input.parsed.escape,
    lint,
    buildPlatform: input.buildPlatform,
    targetPlatform,
    implicitTarget: input.platform === undefined,
    allStages: input.allStages,
    buildArgs,
    globalArgs: env,
    epoch: undefined,
    created: undefined,
    stages,
    proxy: proxyOf(buildArgs),
    mainContext: localState('context', contextOptions, { name: '[internal] load build context' }),
    ignore: undefined,
    contextIgnore: request.contextIgnore ?? {},
    resolve: request.resolve,
    asked: new Map<string, ResolvedRef>(),
    nextGroup: () => String(groups++),
  };
}

/** The number takes the place of what was given for it. */
function withEpoch(conversion: Conversion, buildArgs: Map<string, string>, seconds: number | undefined): Conversion {
  const key = 'SOURCE_DATE_EPOCH';
  const text = seconds === undefined ? undefined : String(seconds);
  if (buildArgs.has(key)) {
    if (text === undefined) buildArgs.delete(key);
    else buildArgs.set(key, text);
  }
  const { globalArgs: env } = conversion;
  const changed = !env.has(key) ? env : text === undefined ? env.without(key) : env.with(key, text);
  return { ...conversion, globalArgs: changed, epoch: seconds, created: seconds === undefined ? undefined : epochTime(seconds) };
}

function findTarget(conversion: Conversion): StageState | Failure {
  const { stages, config } = conversion;
  const last = stages.states.at(-1);
  const found = config.target === '' ? last : stages.named(config.target);
  return found ?? failure(withSuggestion(`target stage ${goQuote(config.target)} could not be found`, config.target, stages.names()));
}

/** Finds images until triggers bring no new ones. */
function resolveStages(conversion: Conversion, target: StageState): ReadonlySet<StageState> | Failure {
  for (;;) {
    const reachable = resolveReachable(conversion, target);
    if ('message' in reachable) return reachable;
    let again = false;
    for (const state of [...reachable].sort((a, b) => a.index - b.index)) {
      const triggers = [...state.image.onBuild];
      if (state.base && !state.onBuildDone) {
        for (const { command } of state.base.commands) if (command.type === 'ONBUILD') triggers.push(command.expression);
        state.onBuildDone = true;
      }
      if (triggers.length === 0) continue;
      const added = addTriggers(conversion, state, triggers);
      if (typeof added === 'string') return state.place ? failure(added, state.place) : failure(added);
      again ||= added;
      state.image.onBuild = [];
    }
    if (!again) return reachable;
  }
}

function withIgnore(conversion: Conversion, request: PlanRequest): Conversion | Failure {
  const patterns = request.ignore?.patterns ?? [];
  if (patterns.length === 0) return conversion;
  const ignore = compilePatterns(patterns);
  return 'error' in ignore ? failure(ignore.error) : { ...conversion, ignore };
}

function dispatchStages(conversion: Conversion, reachable: ReadonlySet<StageState>, target: StageState): Failure | undefined {
  for (const state of conversion.stages.states) {
    if (!conversion.allStages && (!reachable.has(state) || state.dispatched)) continue;
    const problem = dispatchStage(conversion, state);
    if (problem) return problem;
  }
  target.paths.add('/');
  return undefined;
}

/** Labels of the client, and the platform that was asked for (`finalizeResultImage`). */
function finishImage({ config, implicitTarget, targetPlatform }: Conversion, { image }: StageState): void {
  for (const [key, value] of config.labels) image.labels.set(key, value);
  const { platform } = image;
  if (!implicitTarget) {
    const same = targetPlatform.os === platform.os && targetPlatform.architecture === platform.architecture;
    image.platform = {
      os: targetPlatform.os,
      architecture: targetPlatform.architecture,
      variant: targetPlatform.variant !== '' || !same ? targetPlatform.variant : platform.variant,
      osVersion: targetPlatform.osVersion !== '' || !same ? targetPlatform.osVersion : platform.osVersion,
      osFeatures: targetPlatform.osFeatures.length > 0 ? targetPlatform.osFeatures : platform.osFeatures,
    };
  }
  image.platform = normalizePlatform(image.platform);
}
