/** Which steps another value of a build argument would run again: found like a file's blast radius, by building with it. */
import { parse, readInstructions } from '../dockerfile/index.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { BuildResult } from '../solver/build.ts';
import type { BuildRecord } from '../solver/record.ts';
import { operationChanged, radiusOf } from './radius.ts';
import type { Radius } from './radius.ts';

type BuildArgs = NonNullable<BuildOptions['buildArgs']>;

/** A dry run of the next build with other build arguments, from a cache in which it is built with those that it has. */
export type ArgumentProbe = (buildArgs: BuildArgs) => BuildResult;

/**
 * For each argument that the Dockerfile declares, before the first FROM or in a stage, what it would do if it alone had
 * another value. `unchanged` is the build with the values that they have. Arguments for which no value makes a build are left out.
 */
export function argumentRadius(unchanged: BuildRecord, given: BuildArgs, probe: ArgumentProbe): ReadonlyMap<string, Radius> {
  const found = new Map<string, Radius>();
  for (const [name, value] of declaredArguments(unchanged.dockerfile.text)) {
    const values = [...otherPlatforms(name, unchanged.options.platforms?.[0]), ...otherValues(given[name] ?? value)];
    const results = values.map((other) => () => probe({ ...given, [name]: other }));
    const after = firstThatBuilds(results);
    if (after) found.set(name, radiusOf(after, unchanged, operationChanged(after, unchanged)));
  }
  return found;
}

/** Names with their default values, in the order of the Dockerfile; of several defaults the first. */
export function declaredArguments(dockerfile: string): ReadonlyMap<string, string> {
  const parsed = parse(dockerfile);
  const read = parsed.error ? undefined : readInstructions(parsed);
  const declared = new Map<string, string>();
  if (!read?.ok) return declared;
  for (const command of [...read.metaArgs, ...read.stages.flatMap(({ commands }) => commands)]) {
    if (command.type !== 'ARG') continue;
    for (const { key, value } of command.args) if (declared.get(key) === undefined || declared.get(key) === '') declared.set(key, value ?? '');
  }
  return declared;
}

/** Other platforms for the arguments that name one (BuildKit's automatic platform arguments): a compiler takes no other words for them. */
export function otherPlatforms(name: string, platform = 'linux/amd64'): readonly string[] {
  const [, arch = 'amd64'] = platform.split('/');
  const other = arch === 'arm64' ? 'amd64' : 'arm64';
  if (/^(?:TARGET|BUILD)ARCH$/.test(name)) return [other];
  return /^(?:TARGET|BUILD)PLATFORM$/.test(name) ? [`linux/${other}`] : [];
}

/**
 * Values that a reader would take for one like it, most alike first: another number where it has one, so that versions stay
 * versions and ports stay ports, else another word. Quotes and references to other arguments are not kept.
 */
export function otherValues(value: string): readonly string[] {
  const plain = /["'$\\]/.test(value) ? '' : value;
  const number = /^(.*?)(\d+)(\D*)$/s.exec(plain);
  const counted = number ? [`${number[1]}${BigInt(number[2]!) + 1n}${number[3]}`, `${number[1]}${BigInt(number[2]!) - 1n}${number[3]}`] : [];
  return [...counted.filter((other) => !other.includes('-1')), `${plain}x`, '2'].filter((other, i, all) => other !== value && all.indexOf(other) === i);
}

/** The build that succeeds, else the first that has steps at all. */
function firstThatBuilds(results: readonly (() => BuildResult)[]): BuildRecord | undefined {
  let partial: BuildRecord | undefined;
  for (const result of results) {
    const { record } = result();
    if (record.ok) return record;
    if (record.steps.length > 0) partial ??= record;
  }
  return partial;
}
