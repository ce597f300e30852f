/** SOURCE_DATE_EPOCH (BuildKit `dockerfile2llb/epoch.go`). Times of remote sources are not known here: they give none. */
import { expandWord, type AddCommand, type EscapeToken, type Stage } from '../dockerfile/index.ts';
import { goQuote } from '../dockerfile/go/quote.ts';
import { digestError } from '../image/reference.ts';
import { isHttpSource } from './dispatch/remote-source.ts';
import type { Environment } from './environment.ts';
import { failure, type Failure } from './failure.ts';
import { parseGitRef } from './git-ref.ts';

/** Seconds since 1970; undefined where the value gives no time. */
export interface Epoch {
  readonly seconds: number | undefined;
}

/** `1700000000`, `context`, or the name of a context or of a stage with one remote ADD. */
export function resolveEpoch(
  value: string,
  stages: readonly Stage[],
  args: Environment,
  given: ReadonlyMap<string, string>,
  escape: EscapeToken,
  contextFor: (name: string) => string | boolean,
): Epoch | Failure {
  if (value === '') return { seconds: undefined };
  if (/^[+-]?\d+$/.test(value) && Number.isSafeInteger(Number(value))) return { seconds: Number(value) };
  if (value === 'context') return { seconds: undefined };
  const context = contextFor(value);
  if (typeof context === 'string') return failure(context);
  if (context) return { seconds: undefined };
  const stage = stages.find(({ name }) => name !== '' && name.toLowerCase() === value.toLowerCase());
  if (!stage) return failure(`invalid SOURCE_DATE_EPOCH: ${value}`);
  const problem = stageProblem(stage, args.without('SOURCE_DATE_EPOCH'), given, escape);
  return problem === undefined ? { seconds: undefined } : failure(problem, stage);
}

/** A stage whose time counts has nothing but ARGs and one remote ADD. */
function stageProblem(stage: Stage, args: Environment, given: ReadonlyMap<string, string>, escape: EscapeToken): string | undefined {
  let env = args;
  const expand = (word: string) => {
    const known = env;
    return expandWord(word, (name) => known.get(name), { escape });
  };
  const base = expand(stage.base);
  if (!base.ok) return `failed to process source stage base name ${goQuote(stage.base)}: ${base.message}`;
  if (base.word !== 'scratch') return 'SOURCE_DATE_EPOCH stage must use FROM scratch';
  let found = false;
  for (const command of stage.commands) {
    if (command.type === 'ARG') {
      for (const arg of command.args) {
        const value = given.get(arg.key);
        if (value !== undefined) env = env.with(arg.key, value);
        else if (arg.value !== undefined) {
          const result = expand(arg.value);
          if (!result.ok) return result.message;
          env = env.with(arg.key, result.word);
        }
      }
    } else if (command.type === 'ADD') {
      if (found) return 'SOURCE_DATE_EPOCH stage must contain exactly one remote ADD';
      const problem = sourceProblem(command, expand);
      if (problem !== undefined) return problem;
      found = true;
    } else return `SOURCE_DATE_EPOCH stage does not meet source-only requirements: unsupported ${command.name} instruction`;
  }
  return found ? undefined : 'SOURCE_DATE_EPOCH stage must contain exactly one remote ADD';
}

function sourceProblem(command: AddCommand, expand: (word: string) => ReturnType<typeof expandWord>): string | undefined {
  const [only] = command.sources;
  if (only === undefined || command.contents.length > 0 || command.sources.length !== 1) return 'SOURCE_DATE_EPOCH stage must contain exactly one remote ADD source';
  const source = expand(only);
  if (!source.ok) return source.message;
  const checksum = expand(command.checksum);
  if (isHttpSource(source.word)) {
    if (!checksum.ok) return checksum.message;
    return checksum.word === '' ? undefined : digestError(checksum.word);
  }
  const git = parseGitRef(source.word);
  if (!git) return 'SOURCE_DATE_EPOCH stage source must be a single HTTP(S) or Git ADD';
  return 'error' in git ? git.error : checksum.ok ? undefined : checksum.message;
}
