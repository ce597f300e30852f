/** `planBuild` and `checkBuild`: every platform is converted, the first one tells about stages and steps. */
import { parse } from '../dockerfile/index.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { convert, type Converted, type ConvertRequest } from './convert.ts';
import { toImageConfig } from './draft-image.ts';
import { diagnosticOf, failure, type Failure } from './failure.ts';
import { marshal } from './llb/marshal.ts';
import { frontendAttributes } from './options/attributes.ts';
import { readConfig, type FrontendConfig } from './options/config.ts';
import { defaultPlatform, formatPlatformFully, normalizePlatform, parsePlatform, type Platform } from './platform.ts';
import type { PlanResult, PlatformPlan, ResolvedRef } from './plan.ts';
import type { PlanRequest } from './request.ts';
import { planStages } from './stage-plans.ts';

/** Dockerfile and options → plan, as BuildKit's `dockerfile2llb` converts them. Never throws. */
export function planBuild(request: PlanRequest): PlanResult {
  const warnings: Diagnostic[] = [];
  const fail = (problem: Failure): PlanResult => ({ ok: false, error: diagnosticOf(problem), warnings });
  const prepared = prepare(request);
  if ('message' in prepared) return fail(prepared);
  const { config, base } = prepared;
  const asked: readonly (Platform | undefined)[] = config.platforms.length > 0 ? config.platforms : [undefined];
  const platforms: PlatformPlan[] = [];
  const resolved = new Map<string, ResolvedRef>();
  let first: Converted | undefined;
  for (const [at, platform] of asked.entries()) {
    const converted = convert({ ...base, ...(platform && { platform }), findings: at === 0 ? warnings : undefined, allStages: false });
    if ('message' in converted) return fail(converted);
    const { target, conversion } = converted;
    const graph = marshal(target.state.output, conversion.targetPlatform);
    if ('error' in graph) return fail(failure(`failed to marshal LLB definition: ${graph.error}`));
    platforms.push({ platform: formatPlatformFully(normalizePlatform(platform ?? defaultPlatform)), graph, config: toImageConfig(target.image) });
    for (const [key, ref] of conversion.asked) resolved.set(key, ref);
    first ??= converted;
  }
  const { stages, steps } = first ? planStages(first) : { stages: [], steps: [] };
  return { ok: true, plan: { platforms, multiPlatform: config.multiPlatform, stages, steps, resolved: [...resolved.values()], warnings } };
}

/** `docker build --check`: all stages unless a target is given. `error` is the build error of the check's answer. */
export function checkBuild(request: PlanRequest): { readonly warnings: readonly Diagnostic[]; readonly error?: Diagnostic } {
  const warnings: Diagnostic[] = [];
  const converted = convertOnce(request, warnings, true);
  return 'message' in converted ? { warnings, error: diagnosticOf(converted) } : { warnings };
}

/** One conversion without a platform, as subrequests make it. */
export function convertOnce(request: PlanRequest, findings: Diagnostic[], everyStage: boolean): Converted | Failure {
  const prepared = prepare(request);
  if ('message' in prepared) return prepared;
  return convert({ ...prepared.base, findings, allStages: everyStage && prepared.config.target === '' });
}

interface Prepared {
  readonly config: FrontendConfig;
  readonly base: Omit<ConvertRequest, 'platform' | 'findings' | 'allStages'>;
}

function prepare(request: PlanRequest): Prepared | Failure {
  const config = readConfig(frontendAttributes(request.options ?? {}));
  if ('error' in config) return failure(config.error);
  const platform = parsePlatform(request.buildPlatform ?? formatPlatformFully(defaultPlatform));
  if ('error' in platform) return failure(platform.error);
  return { config, base: { request, config, parsed: parse(request.dockerfile), buildPlatform: normalizePlatform(platform) } };
}
