import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { argumentRadii, radii } from '#engine/workspace/radius.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';

const sources = { 'a.txt': { text: 'a\n' }, 'b.txt': { text: 'b\n' }, 'docs/readme.md': { text: 'read me\n' } };

function scene(dockerfile: string, files: Scenario['files'] = sources): Workspace {
  const scenario: Scenario = {
    slug: 'radius', title: 'Radius', about: 'A scene for what a change reaches.', dockerfile: 'Dockerfile', options: {},
    files: { ...files, Dockerfile: { text: dockerfile } }, begins: Date.UTC(2026, 8, 1), prologue: [{ type: 'build' }],
  };
  return openWorkspace(scenario, resolveImage);
}

function after(start: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, start);
}

/** Ids of the steps that the last build ran. */
function rerun(workspace: Workspace): readonly string[] {
  const { record } = currentState(workspace).builds.at(-1)!;
  expect(record.error).toBeUndefined();
  return record.steps.filter(({ state }) => state === 'rebuilt').map(({ id }) => id);
}

const dockerfiles = {
  'an argument that RUN uses': 'FROM alpine:3.20\nCOPY a.txt /\nARG WORD=hello\nRUN echo $WORD > /word\nCOPY b.txt /\n',
  'an argument that nothing uses': 'FROM alpine:3.20\nCOPY a.txt b.txt /\nARG UNUSED=1\nCOPY docs /docs\n',
  'an argument before FROM': 'ARG TAG=3.20\nFROM alpine:$TAG\nCOPY a.txt /\nRUN cat /a.txt > /copy\n',
  'several stages': `ARG SHARED=1
FROM alpine:3.20 AS one
ARG SHARED
COPY a.txt /
RUN echo $SHARED > /one
FROM alpine:3.20 AS two
ARG OWN=2
COPY b.txt /
RUN cat /b.txt > /two && echo $OWN >> /two
FROM alpine:3.20
COPY --from=one /one /
COPY --from=two /two /
`,
};

const scenes: Readonly<Record<string, Workspace>> = {
  ...Object.fromEntries(Object.entries(dockerfiles).map(([name, text]) => [name, scene(text)])),
  [defaultScenario.title]: openWorkspace(defaultScenario, resolveImage),
};

const textOf = (workspace: Workspace, path: string): string => workspace.scenario.files[path]?.text ?? '';

describe('the blast radius of a file', () => {
  it.each(Object.entries(scenes))('is what an edit of it and a build run again: %s', (_, start) => {
    const known = radii(start);
    // A Dockerfile with another text is another build; a Go program with another text may be none.
    const paths = [...known.keys()].filter((path) => path !== 'Dockerfile' && !/\.(go|mod|sum)$/.test(path) && path !== '.dockerignore');
    expect(paths.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.stringMatching(/^[a-z]{1,8}$/), (path, word) => {
        const edited = after(start, { type: 'write', path, text: `${textOf(start, path)}${word}\n` }, { type: 'build' });
        expect(rerun(edited)).toEqual(known.get(path));
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  it('is what a comment in a source file runs again', () => {
    const start = scenes[defaultScenario.title]!;
    const known = radii(start);
    for (const path of [...known.keys()].filter((each) => each.endsWith('.go'))) {
      const edited = after(start, { type: 'write', path, text: `${textOf(start, path)}\n` }, { type: 'build' });
      expect([path, rerun(edited)]).toEqual([path, known.get(path)]);
    }
  });

  it('is empty for a file that nothing copies', () => {
    expect(radii(scenes['an argument that RUN uses']!).get('docs/readme.md')).toEqual([]);
  });
});

/** Twelve folders of thirty files: too many for a build each. */
const many = Object.fromEntries(
  Array.from({ length: 360 }, (_, at) => [`lib${Math.floor(at / 30)}/${at % 3 === 0 ? `part-${at}.ts` : at % 3 === 1 ? `notes-${at}.md` : `data-${at}.json`}`, { text: `file ${at}\n` }]),
);

const largeDockerfiles = {
  'commands that look into some files': `FROM alpine:3.20 AS one
COPY lib0 /lib0
RUN cat /lib0/*.ts > /all && mkdir /out && cp /all /out/all
FROM alpine:3.20 AS two
COPY lib1 lib2/*.json /data/
RUN ls /data > /names
RUN wc -c /data/notes-* > /sizes
FROM alpine:3.20
COPY --from=one /out /out
COPY --from=two /names /names
COPY --from=two /data /data
RUN cat /data/*.json | sort -u > /sorted
COPY lib3 /lib3
`,
  'mounts, archives, links and moves': `FROM alpine:3.20 AS one
RUN --mount=type=bind,source=lib0,target=/in cat /in/part-0.ts > /first
ADD lib1 /lib1
RUN mv /lib1 /moved && chmod -R a+x /moved
FROM alpine:3.20 AS two
COPY --link lib2 lib3 /all/
RUN mkdir /kept && cp /all/*.md /kept && head -n 1 /all/data-92.json > /line
FROM scratch
COPY --from=one /first /moved /
COPY --from=two /kept /kept
COPY --from=two /line /
COPY --link --from=two /all/part-60.ts /only
`,
  'a stage that nothing needs, and all of the context': `FROM alpine:3.20 AS unused
COPY lib4 /lib4
FROM alpine:3.20 AS all
COPY . /src
RUN cat /src/lib5/part-150.ts /src/lib6/*.md > /some
RUN test -e /src/lib7/notes-211.md && echo there > /answer
FROM alpine:3.20
COPY --from=all /some /answer /
COPY --from=all /src/lib8 /lib8
RUN cat /lib8/*.json > /json || true
`,
};

describe('the blast radius of each of many files', () => {
  const large = Object.entries(largeDockerfiles).map(([name, text]) => [name, scene(text, { ...many, '.dockerignore': { text: 'lib9/*.md\n' } })] as const);

  it.each(large)('is what an edit of it and a build run again: %s', (_, start) => {
    const known = radii(start);
    const paths = [...known.keys()].filter((path) => path !== 'Dockerfile' && path !== '.dockerignore');
    expect(paths).toEqual(Object.keys(many).filter((path) => !/^lib9\/.*\.md$/.test(path)).sort((a, b) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.stringMatching(/^[a-z]{1,8}$/), (path, word) => {
        const edited = after(start, { type: 'write', path, text: `${many[path]?.text}${word}\n` }, { type: 'build' });
        expect([path, rerun(edited)]).toEqual([path, known.get(path)]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('is what trying every one of them says', () => {
    for (const [name, start] of large) {
      const known = radii(start);
      for (const path of Object.keys(many).filter((each, at) => known.has(each) && at % 7 === 0)) {
        const edited = after(start, { type: 'write', path, text: `${many[path]?.text}\n` }, { type: 'build' });
        expect([name, path, rerun(edited)]).toEqual([name, path, known.get(path)]);
      }
    }
  });

  it('tells files of one folder apart by what commands look into', () => {
    const [, start] = large[0]!;
    const known = radii(start);
    expect(known.get('lib0/part-0.ts')).toEqual(['0.2', '0.3', '2.2', '2.3', '2.4', '2.5', '2.6']);
    expect(known.get('lib0/notes-1.md')).toEqual(['0.2', '0.3']);
    expect(known.get('lib5/part-150.ts')).toEqual([]);
  });
});

describe('the blast radius of a build argument', () => {
  it.each(Object.keys(dockerfiles))('is what another value and a build run again: %s', (name) => {
    const start = scenes[name]!;
    const known = argumentRadii(start);
    expect(known.size).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...known.keys()), fc.stringMatching(/^[a-z]{1,8}$/), (argument, word) => {
        const value = argument === 'TAG' ? '3.21' : `${word}!`;
        const edited = after(start, { type: 'options', options: { buildArgs: { [argument]: value } } }, { type: 'build' });
        expect(rerun(edited)).toEqual(known.get(argument));
      }),
      { seed: 2, numRuns: 15 },
    );
  });

  it('begins at the argument: what stands above it stays', () => {
    expect(Object.fromEntries(argumentRadii(scenes['an argument that RUN uses']!))).toEqual({ WORD: ['0.3', '0.4'] });
  });

  it('is empty where no command sees the argument', () => {
    expect(Object.fromEntries(argumentRadii(scenes['an argument that nothing uses']!))).toEqual({ UNUSED: [] });
  });

  it('is the whole stage where the base depends on it, though no registry knows the other tag', () => {
    const start = scene('ARG VERSION=3.20\nFROM alpine:$VERSION\nCOPY a.txt /\nRUN cat /a.txt > /copy\n');
    const lonely = { ...start, resolve: ((ref, platform) => (ref.endsWith(':3.20') ? resolveImage(ref, platform) : { error: 'not found' })) satisfies Workspace['resolve'] };
    expect(argumentRadii(lonely).get('VERSION')).toEqual(['0.1', '0.2', '0.3']);
  });

  it('stays in its stages where what they give is found by its content', () => {
    const { SHARED, OWN } = Object.fromEntries(argumentRadii(scenes['several stages']!));
    expect(SHARED).toEqual(['0.3', '2.2', '2.3']);
    expect(OWN).toEqual(['1.3', '2.3']);
  });
});
