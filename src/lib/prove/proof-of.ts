/** The builds of a workspace's history that ran on the machine that is sat at, so that a real builder can do them again. */
import type { DirNode } from '#engine/fs/node.ts';
import type { Message } from '#engine/source/message.ts';
import type { Action } from '#engine/workspace/action.ts';
import { pathTo, rootNode } from '#engine/workspace/log.ts';
import type { Machine } from '#engine/workspace/machine.ts';
import { checkedOut } from '#engine/workspace/operations/checkout.ts';
import { currentMachine, type Built } from '#engine/workspace/state.ts';
import { currentState, stateAt, type Workspace } from '#engine/workspace/workspace.ts';
import { buildArgs } from './build-args.ts';
import { changesOf } from './changes.ts';
import { expectedSteps, printed } from './expected.ts';
import type { Proof, ProofBuild } from './proof.ts';

/** A build, and what happened since the one before. */
interface Found {
  readonly built: Built;
  readonly since: readonly Action[];
  /** What made it; absent where the scene begins. */
  readonly by?: Action;
}

export function proofOf(workspace: Workspace): Proof {
  const { scenario } = workspace;
  const state = currentState(workspace);
  const machine = currentMachine(state);
  const found = buildsOf(workspace).filter(({ built }) => built.machine === machine.name);
  let before: DirNode | undefined;
  const leads = new Map<string, string>();
  const builds = found.map((one) => {
    const context = checkedOut(one.built.context, machine, 0);
    const build = buildOf(one, machine, scenario.dockerfile, changesOf(before, context), movedIn(one.built, leads));
    before = context;
    return build;
  });
  return { title: state.imported?.name ?? scenario.title, machine: machine.name, dockerfile: scenario.dockerfile, builds, secrets: state.imported ? {} : (scenario.secrets ?? {}) };
}

/** All builds of the project, each with what was done between it and the one before. */
function buildsOf(workspace: Workspace): readonly Found[] {
  // What was brought in is another project: builds of the one before it are not among these.
  const kept = new Set(currentState(workspace).builds);
  const found: Found[] = [];
  let replayed = workspace;
  let since: Action[] = [];
  for (const node of [rootNode, ...pathTo(workspace.log, workspace.log.at)]) {
    const action = workspace.log.nodes[node]?.action;
    const state = stateAt(replayed, node);
    replayed = { ...replayed, states: new Map(replayed.states).set(node, state) };
    const known = new Set(found.map(({ built }) => built));
    const made = state.builds.filter((built) => kept.has(built) && !known.has(built));
    made.forEach((built, at) => found.push({ built, since: at === 0 ? since : [], ...(action && { by: action }) }));
    since = made.length > 0 ? [] : [...since, ...(action ? [action] : [])];
  }
  return found;
}

function buildOf({ built, since, by }: Found, machine: Machine, dockerfile: string, changes: ProofBuild['changes'], moved: string | undefined): ProofBuild {
  const { record, extras } = built;
  const { args, notes } = buildArgs(record.options, dockerfile);
  const typed = since.flatMap((action) => (action.type === 'command' && touchesImages(action.line) && !emptiesAll(action.line) ? [action.line] : []));
  const otherwise = (because: Message): ProofBuild['unproved'] => ({ run: true, because });
  const unproved =
    whyNot(built, by) ??
    (notes.length > 0 ? otherwise({ id: 'prove.options-left' }) : undefined) ??
    (moved === undefined ? undefined : otherwise({ id: 'prove.moved', values: { image: moved } }));
  const said: Message[] = [
    ...notes,
    ...typed.map((line): Message => ({ id: 'prove.typed', values: { line } })),
    ...(since.some(({ type }) => type === 'wait') ? [{ id: 'prove.waited' }] : []),
    ...((extras?.cacheFrom ?? extras?.cacheTo) ? [{ id: 'prove.caches-left' }] : []),
  ];
  return {
    number: record.number,
    changes,
    args,
    fresh: machine.ephemeral || since.some((action) => action.type === 'prune' || action.type === 'builder' || (action.type === 'command' && emptiesAll(action.line))),
    ok: record.ok,
    steps: expectedSteps(record),
    notes: said,
    ...(unproved && { unproved }),
  };
}

/** Why a build says nothing about a real one. */
function whyNot({ record, extras }: Built, by: Action | undefined): ProofBuild['unproved'] {
  const never = (id: string): ProofBuild['unproved'] => ({ run: false, because: { id } });
  if (record.recorded) return never('prove.recorded');
  if (record.strategy === 'classic') return never('prove.classic');
  if (by?.type === 'command' && !/^\s*docker\s+(?:buildx\s+|image\s+|builder\s+)?(?:build|b)\s(?:.*\s)?\.\s*$/.test(by.line)) return never('prove.own-context');
  if (extras?.interrupted !== undefined) return never('prove.interrupted');
  if (extras?.cacheFrom) return { run: true, because: { id: 'prove.cache-from' } };
  return undefined;
}

const emptiesAll = (line: string): boolean => /^\s*docker\s+(?:builder|buildx|system)\s+prune\b/.test(line) && /\s(?:-a\w*|-\w*a|--all)\b/.test(line) && !/--(?:filter|keep-storage|max-used-space)/.test(line);

const touchesImages = (line: string): boolean => /^\s*docker\s+(?:\w+\s+)?(?:prune|rmi|rm|pull|load|import|create|use|tag|commit)\b/.test(line);

/** The first image of a build whose tag leads elsewhere than in an earlier one; remembers where all of them lead. */
function movedIn({ record }: Built, leads: Map<string, string>): string | undefined {
  let moved: string | undefined;
  for (const { name, step } of record.vertices) {
    const digest = step === undefined ? undefined : /^\[.*\] FROM .*@(sha256:[0-9a-f]{64})/.exec(name)?.[1];
    if (digest === undefined) continue;
    const image = printed(name).replace(/^\[.*?\] FROM /, '');
    if (leads.has(image) && leads.get(image) !== digest) moved ??= image;
    leads.set(image, digest);
  }
  return moved;
}
