/** What a build was asked for, as arguments of `docker buildx build`. */
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { Message } from '#engine/source/message.ts';
import { attributeArgs, isFileInside, isRemoteContext } from './given.ts';

export interface BuildArgs {
  readonly args: readonly string[];
  /** What is not passed on: without it the build is another one. */
  readonly notes: readonly Message[];
}

/**
 * The options may be a stranger's, and the build reads the machine of whoever runs it: passed on is what gives a build nothing of that
 * machine, the rest is left out. `dockerfile`: its path in the context.
 */
export function buildArgs(options: BuildOptions, dockerfile: string): BuildArgs {
  const { target, platforms = [], buildArgs: values = {}, labels = {}, noCache, pull, tags = [], contexts = {}, sourceDateEpoch, attrs = {}, file = dockerfile } = options;
  const args: string[] = [];
  const notes: Message[] = [];
  const left = (option: string): void => void notes.push({ id: 'prove.option-left', values: { option } });
  if (isFileInside(file)) args.push(`--file=${file}`);
  else left(`--file ${file}`);
  if (target !== undefined) args.push(`--target=${target}`);
  if (platforms.length > 0) args.push(`--platform=${platforms.join(',')}`);
  for (const [name, value] of Object.entries(values)) {
    // Without a value of its own the client would take one from the environment, and where a name ends is for it to say.
    if (name === '' || name.includes('=')) left(`--build-arg ${name}`);
    else args.push(`--build-arg=${name}=${value}`);
  }
  for (const [name, value] of Object.entries(labels)) args.push(`--label=${name}=${value}`);
  if (noCache === true) args.push('--no-cache');
  else if (noCache && noCache.length > 0) args.push(`--no-cache-filter=${noCache.join(',')}`);
  if (pull) args.push('--pull');
  for (const tag of tags) args.push(`--tag=${tag}`);
  for (const [name, value] of Object.entries(contexts)) {
    if (isRemoteContext(name, value)) args.push(`--build-context=${name}=${value}`);
    else left(`--build-context ${name}`);
  }
  if (sourceDateEpoch !== undefined) args.push(`--build-arg=SOURCE_DATE_EPOCH=${sourceDateEpoch}`);
  for (const [name, value] of Object.entries(attrs)) {
    const given = attributeArgs(name, value);
    if (given) args.push(...given);
    else left(name);
  }
  return { args, notes };
}
