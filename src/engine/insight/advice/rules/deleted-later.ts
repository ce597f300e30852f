import { changedEntries, emptyDir, get, sizeOf } from '../../../fs/index.ts';
import type { DirNode, Node } from '../../../fs/node.ts';
import { stepLabel } from '../../wording.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import { plainScript } from '../edits.ts';
import { imageSteps, placeIn, type Facts, type RunFacts } from '../facts.ts';

/** Ghosts smaller than this are not worth a sentence, bytes. */
const least = 10_000;

interface Ghost {
  /** Absolute path of the largest. */
  readonly path: string;
  readonly bytes: number;
}

/** A RUN that deletes what an earlier step of this Dockerfile added: the bytes stay in the earlier layer. */
export const deletedLater: AdviceRule = {
  name: 'deleted-later',
  title: { id: 'advice.deleted-later-title' },
  find(facts) {
    const { trees } = facts;
    if (!trees) return [];
    const steps = imageSteps(facts);
    const made = steps.map(({ vertex }) => vertex && trees.get(vertex));
    const base = steps[0]?.keyword === 'FROM' ? made[0] : undefined;
    return steps.flatMap((step, i): Finding[] => {
      const [before, after] = [made[i - 1], made[i]];
      const of = facts.stages.find(({ index }) => index === step.stage);
      const run = of?.runs.find((each) => each.step?.id === step.id);
      if (!run || !before || !after) return [];
      const { path, bytes } = removed(before, after, base, '');
      if (bytes < least) return [];
      const by = steps.findIndex((_, at) => at < i && get(made[at] ?? before, path) !== undefined);
      const source = steps[by];
      const edit = of && source && joined(facts, of.runs.find((each) => each.step?.id === source.id), run);
      const modelled = steps.some(({ fidelity }) => fidelity !== 'exact');
      return [{
        range: placeIn(facts, run.run.range, /\b(?:rm|apt-get\s[^&|;\n]{0,200}?(?:purge|remove|autoremove)|apk\s[^&|;\n]{0,200}?del|mv|npm\s+prune)\b[^&|;\n]*/),
        lines: [run.run.lines],
        message: { id: 'advice.deleted-later', values: { path: `/${path}`, step: stepLabel(source?.text ?? ''), bytes: { bytes } } },
        hint: { id: source?.keyword === 'RUN' ? 'advice.deleted-later-run' : 'advice.deleted-later-copy' },
        ...(edit ? { edit, gain: 'image', keepsImage: true } : { saves: { bytes, ...(modelled && { modelled }) } }),
      }];
    });
  },
};

/** What the first tree has, the second has not, and the base never had. */
function removed(before: DirNode, after: DirNode, base: DirNode | undefined, prefix: string): Ghost {
  let total = 0;
  let largest: Ghost = { path: '', bytes: 0 };
  const add = (ghost: Ghost): void => {
    total += ghost.bytes;
    if (ghost.bytes > largest.bytes) largest = ghost;
  };
  for (const [name, old, now] of changedEntries(before.entries, after.entries)) {
    if (!old) continue;
    const path = prefix + name;
    const below: Node | undefined = base?.entries.get(name);
    if (old.type === 'dir' && now?.type === 'dir') add(removed(old, now, below?.type === 'dir' ? below : undefined, `${path}/`));
    else if (!now && old.type === 'dir' && below?.type === 'dir') add(removed(old, emptyDir(), below, `${path}/`));
    else if (!now && !below) add({ path, bytes: sizeOf(old) });
  }
  return { path: largest.path, bytes: total };
}

function joined(facts: Facts, maker: RunFacts | undefined, { run, at }: RunFacts): Finding['edit'] {
  if (!maker || maker.at !== at - 1 || maker.run.range.to > run.range.from) return undefined;
  const [first, second] = [plainScript(facts, maker.run), plainScript(facts, run)];
  if (first === undefined || second === undefined || /[;&|]$/.test(first)) return undefined;
  return { range: { from: maker.run.range.from, to: run.range.to }, replacement: `RUN ${first} && ${second}` };
}
