/** The edit that a Dockerfile sees most: one line more in a source file. */
import { bytesOf, file, get, put, walk } from '../../fs/index.ts';
import type { DirNode, FileNode } from '../../fs/node.ts';
import { contextCopies, type Facts } from './facts.ts';

/** Endings of what people write, the likeliest first. */
const sources = /\.(?:go|ts|tsx|js|jsx|mjs|cjs|py|rs|java|kt|rb|php|cs|c|cc|cpp|h|hpp|scala|ex|exs|swift|vue|svelte|html|css|sh)$/;
/** Settings of tools, tests, and folders that are made or fetched. */
const settings = /(?:^|\/)(?:[^/]*\.config\.[^/]*|setup\.py|conftest\.py|gulpfile\.js|Gruntfile\.js|build\.rs)$|\.d\.ts$/;
const tests = /(?:^|\/)(?:tests?|spec|__tests__)\/|_test\.|\.test\.|\.spec\./;
const made = /(?:^|\/)(?:node_modules|vendor|\.git|target|dist|build|\.venv|venv|__pycache__)\//;
const entry = /(?:^|\/)(?:main|index|app|server|Main|App|Program)\.[a-z]+$/;

/** The source file of the context that stands for all: one that is sent and copied, an entry point where there is one. */
export function sourceFile(facts: Facts): string | undefined {
  const copied = facts.stages.some((stage) => contextCopies(stage).length > 0);
  if (!copied) return undefined;
  let best: string | undefined;
  for (const [path, node] of walk(facts.sent)) {
    if (node.type !== 'file' || !sources.test(path) || [settings, tests, made].some((pattern) => pattern.test(path))) continue;
    if (best === undefined || rank(path) < rank(best)) best = path;
  }
  return best;
}

const rank = (path: string): number => (entry.test(path) ? 0 : 100) + path.split('/').length;

/** The context with a line more in that file, saved a moment later. */
export function withLine(context: DirNode, path: string): DirNode {
  const node = get(context, path);
  return node?.type === 'file' ? put(context, path, lengthened(node)) : context;
}

function lengthened(node: FileNode): FileNode {
  const { content } = node;
  const mtime = node.mtime + 1;
  if (content.kind === 'described') return { ...node, content: { ...content, size: content.size + 1, seed: `${content.seed}+` }, mtime };
  const bytes = bytesOf(content);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = 10;
  return { ...file(longer, node), mtime };
}
