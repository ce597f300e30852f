import { expect, it } from 'vitest';
import { execute } from '../docker/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from '../workspace/action.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { dispatch, openWorkspace } from '../workspace/workspace.ts';
import { movesOf } from './moves.ts';

const start: Scenario = {
  slug: 'test/moves', title: 'Moves', about: '', dockerfile: 'Dockerfile', options: { tags: ['app'] }, begins: Date.UTC(2026, 9, 1),
  prologue: [{ type: 'build' }],
  files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY . /app\n' }, 'a/b.txt': { text: 'b\n' } },
};

function moves(...done: readonly (string | Action)[]): number {
  return movesOf(
    done.reduce((at, one) => {
      const next = dispatch(at, typeof one === 'string' ? { type: 'command', line: one } : one);
      if (!next.ok) throw new Error(next.message.id);
      return next.workspace;
    }, openWorkspace(start, resolveImage, execute)),
  );
}

it.each(['docker images', 'docker images --tree', 'docker history app', 'docker image inspect app', 'docker ps', 'docker system df', 'docker buildx du', 'cat Dockerfile', 'ls -la', 'cd a', 'docker rmi nothing', 'no-such-command'])('a line that only reads, or fails, is no move: %s', (line) => {
  expect(moves(line)).toBe(0);
});

it.each(['docker build -t other .', 'docker tag app other', 'docker rmi app', 'docker builder prune -af', 'docker pull busybox', 'docker login ghcr.io -u me -p invented-token', 'rm a/b.txt', 'echo c > c.txt', 'export TOKEN=1'])('a line that changes something is a move: %s', (line) => {
  expect(moves(line)).toBe(1);
});

it('counts edits of one file in a row as one, and no build of the button', () => {
  const write = (text: string): Action => ({ type: 'write', path: 'Dockerfile', text });
  expect(moves(write('FROM alpine:3.20\n'), write('FROM busybox\n'), { type: 'build' }, 'docker images', write('FROM scratch\n'))).toBe(2);
});
