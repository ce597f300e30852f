/** COPY, ADD, WORKDIR and heredoc files on trees: BuildKit `solver/llbsolver/ops/file.go: FileOpSolver`. */
import { copy, emptyDir, mkdir, mkfile, ownerOf } from '../../fs/index.ts';
import type { ChownOpt, DirNode } from '../../fs/index.ts';
import type { FileAction, FileOp, Vertex } from '../../graph/op.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import { fileCacheMap } from '../keys/file-op.ts';
import { keptMaps } from '../keys/kept-maps.ts';
import type { Fidelity } from '../record.ts';
import { copyLeast, copyRate, mkdirCost } from '../schedule/costs.ts';
import type { Digest } from '../../fs/index.ts';
import { bringsDescribed } from './diff-size.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { layerRecord } from './results.ts';

/** The kind of operation that COPY, ADD and WORKDIR are. */
export class FileOperation implements OperationKind {
  readonly preparesInputs = true;
  readonly #vertex: Vertex;
  readonly #op: FileOp;
  readonly #digest: Digest;
  readonly #job: Job;

  constructor(vertex: Vertex, op: FileOp, digest: Digest, job: Job) {
    this.#vertex = vertex;
    this.#op = op;
    this.#digest = digest;
    this.#job = job;
  }

  cacheMaps(): readonly CacheMap[] {
    return keptMaps(this.#op, () => [fileCacheMap(this.#op, this.#vertex.inputs.length)]);
  }

  execute(inputs: readonly (CacheRecord | undefined)[], done: Parameters<OperationKind['execute']>[1]): (() => void) | undefined {
    const op = this.#op;
    const job = this.#job;
    const solved = solveActions(op, inputs, { now: job.request.now + job.clock.now, origin: this.#digest });
    if ('error' in solved) {
      done(undefined, { message: solved.error });
      return undefined;
    }
    const description = this.#vertex.name ?? '';
    const records = solved.outputs.map(({ tree, parent }) =>
      layerRecord(job, parent, { tree, description, fidelity: fidelityOf(op, inputs, parent, tree) }, inputs),
    );
    const least = op.actions.some((action) => action.copy) ? copyLeast : mkdirCost;
    const size = records.reduce((sum, record) => sum + record.size, 0);
    return job.clock.after(least + size / copyRate, () => done(records));
  }
}

/** A copy of files whose contents stand in for real ones is as modelled as they are; the client's own files are what they are. */
function fidelityOf(op: FileOp, inputs: readonly (CacheRecord | undefined)[], parent: CacheRecord | undefined, tree: DirNode): Fidelity {
  const foreign = op.actions.some(({ copy, secondaryInput }) => copy && inputs[secondaryInput] && inputs[secondaryInput].type !== 'source.local');
  return foreign && bringsDescribed(parent?.snapshot.tree ?? emptyDir(), tree) ? 'modelled' : 'exact';
}

interface Output {
  readonly tree: DirNode;
  /** The input that the tree was made from; absent where it began empty. */
  readonly parent: CacheRecord | undefined;
}

type Solved = { readonly outputs: readonly Output[] } | { readonly error: string };

function solveActions(
  op: FileOp,
  inputs: readonly (CacheRecord | undefined)[],
  options: { readonly now: number; readonly origin: string },
): Solved {
  const results: Output[] = inputs.map((record) => ({ tree: record?.snapshot.tree ?? emptyDir(), parent: record }));
  const outputs: Output[] = [];
  for (const action of op.actions) {
    const from: Output = results[action.input] ?? { tree: emptyDir(), parent: undefined };
    const owner = ownerOf(ownerOption(action), (input) => results[input]?.tree);
    if (owner && 'error' in owner) return owner;
    const result = act(action, from.tree, results[action.secondaryInput]?.tree ?? emptyDir(), { ...options, ...(owner && { owner }) });
    if ('error' in result) return result;
    const made = { tree: result.root, parent: from.parent };
    results.push(made);
    if (action.output !== -1) outputs[action.output] = made;
  }
  return { outputs };
}

const ownerOption = (action: FileAction): ChownOpt | undefined => (action.copy ?? action.mkdir ?? action.mkfile)?.owner;

function act(action: FileAction, tree: DirNode, source: DirNode, options: Parameters<typeof copy>[3]): ReturnType<typeof copy> {
  if (action.copy) return copy(tree, source, action.copy, options);
  if (action.mkdir) return mkdir(tree, action.mkdir, options);
  return action.mkfile ? mkfile(tree, action.mkfile, options) : { root: tree };
}
