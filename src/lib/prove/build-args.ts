/** What a build was asked for, as arguments of `docker buildx build`. */
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { Message } from '#engine/source/message.ts';

export interface BuildArgs {
  readonly args: readonly string[];
  /** What is not passed on. */
  readonly notes: readonly Message[];
}

/** Frontend options that the client has a flag for, by BuildKit's names. */
const flags: Readonly<Record<string, string>> = { 'add-hosts': '--add-host', 'shm-size': '--shm-size', 'force-network-mode': '--network', ulimit: '--ulimit' };

/** `dockerfile`: its path in the context. */
export function buildArgs(options: BuildOptions, dockerfile: string): BuildArgs {
  const { target, platforms = [], buildArgs: values = {}, labels = {}, noCache, pull, tags = [], contexts = {}, sourceDateEpoch, attrs = {} } = options;
  const args: string[] = [`--file=${options.file ?? dockerfile}`];
  const notes: Message[] = [];
  const left = (option: string): void => void notes.push({ id: 'prove.option-left', values: { option } });
  if (target !== undefined) args.push(`--target=${target}`);
  if (platforms.length > 0) args.push(`--platform=${platforms.join(',')}`);
  for (const [name, value] of Object.entries(values)) args.push(`--build-arg=${name}=${value}`);
  for (const [name, value] of Object.entries(labels)) args.push(`--label=${name}=${value}`);
  if (noCache === true) args.push('--no-cache');
  else if (noCache && noCache.length > 0) args.push(`--no-cache-filter=${noCache.join(',')}`);
  if (pull) args.push('--pull');
  for (const tag of tags) args.push(`--tag=${tag}`);
  for (const [name, value] of Object.entries(contexts)) {
    // A folder beside the project is on no other machine.
    if (value.startsWith('..') || value.startsWith('/') || value.startsWith('local:')) left(`--build-context ${name}`);
    else args.push(`--build-context=${name}=${value}`);
  }
  if (sourceDateEpoch !== undefined) args.push(`--build-arg=SOURCE_DATE_EPOCH=${sourceDateEpoch}`);
  for (const [name, value] of Object.entries(attrs)) {
    const flag = flags[name];
    if (flag) args.push(...value.split(',').map((one) => `${flag}=${flag === '--add-host' ? one.replace('=', ':') : one}`));
    else left(name);
  }
  return { args, notes };
}
