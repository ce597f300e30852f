/** FROM lines → stages (BuildKit `buildDispatchStates`): names expanded, platforms read, numbers of steps counted. */
import { fromPlatformFlagConstDisallowed } from '../../dockerfile/checks/from-platform-flag-const-disallowed.ts';
import type { Linter } from '../../dockerfile/checks/index.ts';
import { redundantTargetPlatform } from '../../dockerfile/checks/redundant-target-platform.ts';
import { undefinedArgInFrom } from '../../dockerfile/checks/undefined-arg-in-from.ts';
import { expandWord, suggest, withSuggestion, type Stage } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { failure, type Failure } from '../failure.ts';
import { namedContext } from '../named-context.ts';
import { ignoresCache } from '../options/config.ts';
import { parsePlatform, type Platform } from '../platform.ts';
import { cloneOutline, newStage, type OutlineFacts } from './stage-state.ts';

const stepCommands = new Set(['ADD', 'COPY', 'RUN', 'WORKDIR']);

/** Fills `conversion.stages` with the Dockerfile's own. */
export function collectStages(conversion: Conversion, stages: readonly Stage[], outline: OutlineFacts): Failure | undefined {
  for (const [index, stage] of stages.entries()) {
    const problem = collectStage(conversion, stage, index, outline);
    if (problem) return problem;
  }
  return undefined;
}

function collectStage(conversion: Conversion, stage: Stage, index: number, outline: OutlineFacts): Failure | undefined {
  const { globalArgs, escape } = conversion;
  const lint = conversion.lint.withComments(stage.comments);
  const lookup = (name: string) => globalArgs.get(name);
  const declared = [...new Set([...outline.args.keys(), ...globalArgs.keys()])];

  const base = expandWord(stage.base, lookup, { escape });
  reportUndefined(base.unmatched, declared, stage, lint);
  if (!base.ok) return failure(base.message, stage);
  if (base.word === '') return failure(`base name (${stage.base}) should not be blank`, stage);
  const used = new Set(base.matched);

  let platform: Platform | undefined;
  if (stage.platform !== '') {
    const expanded = expandWord(stage.platform, lookup, { escape });
    reportUndefined(expanded.unmatched, declared, stage, lint);
    if (!expanded.ok) return failure(`failed to process arguments for platform : ${expanded.message}`, stage);
    checkPlatform(stage, expanded, globalArgs.get('TARGETPLATFORM') ?? '', lint);
    const hinted = (message: string) => [...expanded.unmatched].map((name) => withSuggestion(message, name, globalArgs.keys())).find((text) => text !== message) ?? message;
    if (expanded.word === '') return failure(hinted(`empty platform value from expression ${stage.platform}`), stage);
    const parsed = parsePlatform(expanded.word);
    if ('error' in parsed) return failure(`failed to parse platform ${stage.platform}: ${hinted(parsed.error)}`, stage, stage);
    for (const name of expanded.matched) used.add(name);
    platform = parsed;
  }

  const state = newStage({ stage, place: stage, baseName: base.word, displayName: stage.name, unregistered: false, outline: cloneOutline(outline), ...(platform && { platform }) }, conversion.targetPlatform);
  if (stage.name !== '') {
    const context = namedContext(conversion, stage.name, platform, state.paths);
    if (typeof context === 'string') return failure(context);
    if (context) {
      state.namedContext = context;
      conversion.stages.add(state);
      delete state.base;
      return undefined;
    }
  } else state.displayName = `stage-${index}`;

  conversion.stages.add(state);
  for (const name of used) state.outline.usedArgs.add(name);
  const fromImage = state.baseName !== 'scratch' && !state.base;
  state.stepTotal = (fromImage ? 1 : 0) + stage.commands.filter((command) => stepCommands.has(command.type)).length;
  state.ignoreCache = ignoresCache(conversion.config, stage.name);
  return undefined;
}

function reportUndefined(unmatched: ReadonlySet<string>, declared: readonly string[], stage: Stage, lint: Linter): void {
  for (const name of unmatched) {
    if (!declared.includes(name)) lint.report(undefinedArgInFrom, stage, name, suggest(name, declared) ?? '');
  }
}

interface Expanded {
  readonly word: string;
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
}

function checkPlatform(stage: Stage, { word, matched, unmatched }: Expanded, target: string, lint: Linter): void {
  if (matched.size === 1 && unmatched.size === 0 && matched.has('TARGETPLATFORM') && word === target) lint.report(redundantTargetPlatform, stage, stage.platform);
  if (matched.size > 0 || unmatched.size > 0) return;
  const platform = parsePlatform(word);
  if ('error' in platform || stage.name.includes(platform.os) || stage.name.includes(platform.architecture)) return;
  lint.report(fromPlatformFlagConstDisallowed, stage, word);
}
