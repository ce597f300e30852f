import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import { compareHistory, history } from '../workspace/history.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { dispatch, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { BuildComparison } from './compare-builds.ts';

const scenario = (dockerfile: string): Scenario => ({
  slug: 's',
  title: 'S',
  about: '',
  files: { Dockerfile: { text: dockerfile }, 'a.txt': { text: 'a\n' }, 'b.txt': { text: 'b\n' }, 'gone.txt': { text: 'x\n' } },
  dockerfile: 'Dockerfile',
  options: {},
  begins: 0,
});

function done(workspace: Workspace, ...actions: Parameters<typeof dispatch>[1][]): Workspace {
  return actions.reduce((from, action) => {
    const after = dispatch(from, action);
    if (!after.ok) throw new Error(after.message.id);
    return after.workspace;
  }, workspace);
}

/** The first build against the second, with edits between them. */
function compared(before: string, after: string, ...edits: Parameters<typeof dispatch>[1][]): BuildComparison {
  const workspace = done(openWorkspace(scenario(before), resolveImage), { type: 'build' }, { type: 'write', path: 'Dockerfile', text: after }, ...edits, { type: 'build' });
  const [first, second] = history(workspace).entries.flatMap(({ builds }) => builds);
  return compareHistory(workspace, first!, second!)!;
}

const fates = ({ steps }: BuildComparison) => steps.map(({ fate, before, after }) => `${fate} ${(after ?? before)!.text}`);

describe('two builds side by side', () => {
  it('have each step once: the same, moved past others, written otherwise, new or gone', () => {
    const found = compared(
      'FROM alpine AS one\nRUN echo 1 > /1\nCOPY a.txt /\nRUN echo 2 > /2\nWORKDIR /w\n',
      'FROM alpine AS one\nCOPY a.txt /\nRUN echo 1 > /1\nRUN echo 3 > /3\nCOPY b.txt /\n',
    );
    expect(fates(found)).toEqual(['same FROM alpine', 'moved COPY a.txt /', 'same RUN echo 1 > /1', 'rewritten RUN echo 3 > /3', 'added COPY b.txt /', 'removed WORKDIR /w']);
  });

  it('match steps of a stage by its name, whatever its place', () => {
    const found = compared('FROM alpine AS x\nRUN echo x\nFROM alpine AS y\nRUN echo y\nCOPY --from=x /etc /e\n', 'FROM alpine AS y\nRUN echo y\nFROM alpine AS x\nRUN echo x\n');
    expect(found.steps.filter(({ fate }) => fate === 'same' || fate === 'moved').map(({ stage, after }) => `${stage} ${after!.text}`)).toEqual(['y FROM alpine', 'y RUN echo y', 'x FROM alpine', 'x RUN echo x']);
  });

  it('tell which files were added, removed and changed, with the lines', () => {
    const dockerfile = 'FROM scratch\nCOPY . /\n';
    const found = compared(dockerfile, `${dockerfile}# more\n`, { type: 'write', path: 'a.txt', text: 'a\nmore\n' }, { type: 'delete', path: 'gone.txt' }, { type: 'write', path: 'new.txt', text: 'n\n' }, { type: 'touch', path: 'b.txt' });
    expect(found.files.map(({ path, before, after }) => [path, before?.size, after?.size])).toEqual([['Dockerfile', 22, 29], ['a.txt', 2, 7], ['gone.txt', 2, undefined], ['new.txt', undefined, 2]]);
    expect(found.files[1]!.difference).toMatchObject({ kind: 'text', added: 1, removed: 0 });
    expect(found.image?.files.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual(['add new.txt', 'delete gone.txt', 'modify Dockerfile', 'modify a.txt']);
  });

  it('say what the difference costs, and that the image is the same where it is', () => {
    const dockerfile = 'FROM alpine\nRUN sleep 3\nCOPY a.txt /\n';
    const same = compared(dockerfile, dockerfile);
    expect([same.sameImage, same.image, same.files]).toEqual([true, undefined, []]);
    expect(same.counts.map(({ cached, rebuilt }) => [cached, rebuilt])).toEqual([[0, 3], [3, 0]]);
    expect(same.steps.find(({ after }) => after!.text === 'RUN sleep 3')).toMatchObject({ before: { state: 'rebuilt', duration: expect.closeTo(3_000, -3) as number }, after: { state: 'cached', duration: 0 }, larger: 0 });
    expect(same.durations[0]).toBeGreaterThan(same.durations[1]);
  });

  it('say of a build that failed that it has no image', () => {
    const found = compared('FROM scratch\nCOPY a.txt /\n', 'FROM scratch\nCOPY nothing.txt /\n');
    expect([found.ok, found.sameImage, found.sizes[1], found.image]).toEqual([[true, false], undefined, undefined, undefined]);
  });
});
