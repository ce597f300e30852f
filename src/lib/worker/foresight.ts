/**
 * What a request is likely to need of the engine's parts: they are asked for together and at once, before the engine comes to the
 * first that is missing. A wrong guess costs a download or a second run, never an answer.
 */
import { packing } from '#engine/fs/archive/coding.ts';
import { images } from '#engine/registry/catalog/images.ts';
import { families } from '#engine/run/tools/families.ts';
import { familyOf } from '#engine/run/tools/names.ts';
import { pushPart } from '#engine/registry/push-part.ts';
import { classicBuilder } from '#engine/solver/classic/part.ts';
import { recordedReader } from '#engine/solver/recorded/part.ts';
import { partNamed, type Part } from '#engine/source/part.ts';
import type { Action } from '#engine/workspace/action.ts';
import { scenesParts } from '#scenarios/parts.ts';
import { commandLine } from './command-line.ts';
import type { Request, Requests } from './protocol.ts';

/** Begins to load what the request names; ready when all of that is there, or could not be had. */
export async function foresee(request: Request): Promise<void> {
  await Promise.allSettled([...partsFor(request)].map((part) => part.load()));
}

/** The parts that a request names in one way or another. */
export function partsFor({ kind, body }: Request): ReadonlySet<Part<unknown>> {
  switch (kind) {
    case 'open':
      return partsOfLog(body as Requests['open']);
    case 'dispatch':
      return new Set(partsOfAction((body as Requests['dispatch']).action));
    case 'complete':
      return new Set([commandLine]);
    default:
      return new Set();
  }
}

function partsOfLog({ log, scenario }: Requests['open']): ReadonlySet<Part<unknown>> {
  const named = scenario ? [] : (scenesParts[log.scenario] ?? []).flatMap((name) => partNamed(name) ?? []);
  const files = Object.entries(scenario?.files ?? {}).flatMap(([path, { text = '' }]) => partsOfFile(path, text));
  const actions = [...(scenario?.prologue ?? []), ...log.nodes.flatMap((node) => node?.action ?? [])];
  return new Set([...named, ...files, ...actions.flatMap(partsOfAction)]);
}

function partsOfAction(action: Action): readonly Part<unknown>[] {
  switch (action.type) {
    case 'write':
      return partsOfFile(action.path, action.text);
    case 'command':
      return [commandLine, ...(/\bpush\b/.test(action.line) ? [pushPart] : []), ...partsOfScript(action.line)];
    case 'builder':
      return action.settings.strategy === 'classic' ? [classicBuilder] : [];
    case 'recorded':
      return [recordedReader];
    default:
      return [];
  }
}

const dockerfile = /(?:^|[/.])(?:docker|container)file(?:$|\.)/i;
const script = /\.sh$/;

function partsOfFile(path: string, text: string): readonly Part<unknown>[] {
  if (dockerfile.test(path)) return partsOfDockerfile(text);
  return script.test(path) ? partsOfScript(text) : [];
}

/** Instructions of which no word is a command. */
const others = /^\s*(?:FROM|COPY|ADD|ENV|ARG|LABEL|EXPOSE|WORKDIR|USER|VOLUME|CMD|ENTRYPOINT|STOPSIGNAL|MAINTAINER)\b.*$/gim;

/** The images that a Dockerfile stands on, the families of the commands that it runs, and what packs the layers of its files. */
export function partsOfDockerfile(text: string): readonly Part<unknown>[] {
  const named = text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)|--from=(\S+)|^#\s*syntax\s*=\s*(\S+)|\bfrom=([^\s,]+)/gim);
  const bases = [...named].flatMap(([, from, copied, syntax, mounted]) => images.get(repositoryOf(from ?? copied ?? syntax ?? mounted ?? '')) ?? []);
  return [packing, ...bases, ...partsOfScript(text.replace(others, ''))];
}

function partsOfScript(text: string): readonly Part<unknown>[] {
  const words = text.replace(/^\s*#.*$/gm, '').split(/[^\w.+[-]+/);
  const found = new Set(words.flatMap((word) => familyOf(word) ?? []));
  return [...found].map((family) => families[family]);
}

/** `golang:1.25-alpine` → `docker.io/library/golang`. */
function repositoryOf(reference: string): string {
  const name = reference.replace(/@.*$/, '').replace(/:[^/]*$/, '');
  if (!name.includes('/')) return `docker.io/library/${name}`;
  return /^[^/]*[.:]/.test(name) ? name : `docker.io/${name}`;
}
