import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProvenanceLink } from '../insight/provenance.ts';
import { compareImages } from '../insight/image/compare-images.ts';
import { imageReport } from '../insight/image/image-report.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from './action.ts';
import { originOf, without } from './full-build.ts';
import { imageChoices, partsOf } from './image-choices.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from './workspace.ts';

const dockerfile = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* .
COPY . .
RUN CGO_ENABLED=0 go build -o /out/app .

FROM alpine:3.20
WORKDIR /app
ENV MODE=prod
COPY --from=build /out/app /app
COPY static ./static
COPY <<EOF /etc/motd
hello
EOF
RUN echo one > one.txt \\
 && chmod 600 one.txt \\
 && chown 1000 static/a.css
RUN rm static/b.css
CMD ["/app/app"]
`;

const files = {
  Dockerfile: { text: dockerfile },
  'go.mod': { text: 'module example.com/app\n\ngo 1.22\n' },
  'main.go': { text: 'package main\n\nfunc main() { println("hi") }\n' },
  'README.md': { text: '# App\n' },
  'static/a.css': { text: 'a {}\n' },
  'static/b.css': { text: 'b {}\n' },
};

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files, dockerfile: 'Dockerfile', options: { tags: ['app:1'] }, begins: 1_700_000_000_000 };

function after(...actions: readonly Action[]): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(JSON.stringify(done.message));
    return done.workspace;
  }, openWorkspace(scenario, resolveImage));
}

const built = after({ type: 'build' });
const steps = currentState(built).builds[0]!.record.steps;
const lastStep = steps.at(-1)!.id;
const stepOf = (line: number) => steps.find(({ lines }) => lines.first <= line && line <= lines.last)!.id;
const linked = (link: ProvenanceLink): string => (link.kind === 'step' ? `${link.did} by line ${link.lines.first}` : link.kind === 'image' ? `image ${link.ref}` : link.kind === 'context' ? `context ${link.path}` : link.url);
const way = (path: string, step = lastStep) => originOf(built, 1, step, path)!.links.map(linked);

describe('where a file came from', () => {
  it('is the way back through the stages to the command that made it, and what that read', () => {
    const { links } = originOf(built, 1, lastStep, 'app/app')!;
    expect(links.map(linked)).toEqual(['copied by line 10', 'made by line 5']);
    expect(links[1]).toMatchObject({ stage: 'build', path: 'out/app', command: expect.stringContaining('go build') });
    const [, made] = links;
    const reads = made?.kind === 'step' ? made.reads : [];
    expect(reads).toEqual(expect.arrayContaining(['go.mod', 'main.go']));
    expect(reads).not.toContain('README.md');
  });

  it('is the file of the context, with the command that only touched it on the way', () => {
    expect(way('app/static/a.css')).toEqual(['touched by line 15', 'copied by line 11', 'context static/a.css']);
  });

  it('is asked of any step: also of a file that a later one deletes', () => {
    expect(way('app/static/b.css')).toEqual([]);
    expect(way('app/static/b.css', stepOf(11))).toEqual(['copied by line 11', 'context static/b.css']);
  });

  it('is the command inside the RUN that wrote it, and a text of the Dockerfile itself is made there', () => {
    expect(originOf(built, 1, lastStep, 'app/one.txt')!.links[0]).toMatchObject({ did: 'made', command: expect.stringMatching(/echo|chmod/) });
    expect(way('etc/motd')).toEqual(['made by line 12']);
  });

  it('is the base image where no step wrote it', () => {
    expect(way('etc/passwd')).toEqual(['image alpine:3.20']);
    expect(way('bin')).toEqual(['image alpine:3.20']);
  });

  it('is nothing for what is not there', () => {
    expect(way('nothing/at/all')).toEqual([]);
    expect(originOf(built, 7, lastStep, 'app')).toBeUndefined();
  });
});

/** Ranges of the instructions, FROM lines too. */
const instructions = [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [7, 7], [8, 8], [9, 9], [10, 10], [11, 11], [12, 14], [15, 17], [18, 18], [19, 19]].map(([first, last]) => ({ first: first!, last: last! }));

describe('what would be missing without a line', () => {
  it('is told as lost files, bytes and config', () => {
    expect(without(built, 1, { first: 19, last: 19 })).toMatchObject({ ok: true, added: 0, removed: 0, changed: 0, config: [{ name: 'Cmd', before: expect.stringContaining('app'), after: '["/bin/sh"]' }] });
    const lost = without(built, 1, { first: 12, last: 14 });
    expect(lost).toMatchObject({ ok: true, removed: 1, changed: 0, files: [{ path: 'etc/motd' }] });
    const saved = without(built, 1, { first: 15, last: 17 });
    expect(saved).toMatchObject({ ok: true, removed: 1, changed: 1 });
    if (saved?.ok) expect(saved.sizes[1]).toBeLessThan(saved.sizes[0]);
  });

  it('is the build’s own error where nothing would come of it', () => {
    expect(without(built, 1, { first: 5, last: 5 })).toMatchObject({ ok: false, error: expect.stringMatching(/^Dockerfile:10[\s\S]*ERROR: failed to build: failed to solve: .*"\/out\/app": not found$/) });
  });

  it('is what editing and building shows, for any lines', () => {
    fc.assert(
      fc.property(fc.constantFrom(...instructions), (lines) => {
        const text = dockerfile.split('\n').map((line, at) => (at + 1 >= lines.first && at + 1 <= lines.last ? '' : line)).join('\n');
        const state = currentState(after({ type: 'build' }, { type: 'write', path: 'Dockerfile', text }, { type: 'build' }));
        const [now, old] = imageChoices(state).map((choice) => partsOf(choice)!);
        const said = without(built, 1, lines)!;
        const real = state.builds[1]!.record;
        expect(said.ok).toBe(real.ok);
        if (!said.ok) {
          expect(said.error).toContain(real.error!.message);
          return;
        }
        const { added, changed, removed, files: differ, config } = compareImages(old!, now!);
        // The Dockerfile is in no image here; what the two texts differ in is the line alone.
        expect([said.added, said.changed, said.removed]).toEqual([added, changed, removed]);
        expect(said.files).toEqual(differ);
        expect(said.config).toEqual(config);
        expect(said.sizes).toEqual([imageReport(old!).size, imageReport(now!).size]);
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it('leaves out the Dockerfile itself, where it is copied into the image', () => {
    expect(without(after({ type: 'write', path: 'Dockerfile', text: 'FROM scratch\nCOPY . /\nENV A=b\n' }), 'next', { first: 3, last: 3 })).toMatchObject({ ok: true, changed: 0, files: [], config: [{ name: 'Env A' }] });
  });

  it('works for the build that is still to come', () => {
    expect(without(after(), 'next', { first: 11, last: 11 })).toMatchObject({ ok: false });
    expect(without(after({ type: 'write', path: 'Dockerfile', text: 'FROM scratch\nCOPY main.go /\n' }), 'next', { first: 2, last: 2 })).toMatchObject({ ok: true, removed: 1, layers: [1, 0] });
  });
});
