/** What people bring that no scene has: a very long Dockerfile, very many stages, very long names, an image of nothing, very many builds. */
import { resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, openWorkspace, rewindTo } from '#engine/workspace/workspace.ts';
import type { Subject } from '#lib/views/picture.ts';

const longName = `${'a-very-long-name-'.repeat(15).slice(0, 251)}.txt`;

const texts: Readonly<Record<string, { readonly dockerfile: string; readonly files: readonly string[] }>> = {
  'A Dockerfile of 2,000 lines': {
    dockerfile: ['FROM alpine:3.20', 'WORKDIR /app', 'COPY a.txt .', ...Array.from({ length: 1_996 }, (_, i) => (i % 20 === 0 ? `RUN echo ${i} > ${i}.txt` : `# line ${i + 4}`)), 'CMD ["cat", "a.txt"]'].join('\n'),
    files: ['a.txt'],
  },
  '50 stages': {
    dockerfile: [...Array.from({ length: 49 }, (_, i) => `FROM alpine:3.20 AS stage-number-${i}\nCOPY a.txt /in/${i}.txt\nRUN cp /in/${i}.txt /out-${i}.txt`), 'FROM scratch', ...Array.from({ length: 49 }, (_, i) => `COPY --from=stage-number-${i} /out-${i}.txt /`)].join('\n'),
    files: ['a.txt'],
  },
  'File names of 255 characters': {
    dockerfile: `FROM alpine:3.20\nCOPY ${longName} /in/\nRUN cp /in/${longName} /${longName}\n`,
    files: [longName, `${'z'.repeat(255)}`],
  },
  'An image of zero bytes': { dockerfile: 'FROM scratch\nLABEL empty=yes\n', files: [] },
  'A build that fails': { dockerfile: 'FROM alpine:3.20 AS build\nCOPY a.txt .\nRUN exit 3\nFROM alpine:3.20\nCOPY --from=build a.txt .\n', files: ['a.txt'] },
};

/** One subject each, built once, edited and built again; the last one much oftener. */
export function hardSubjects(): readonly Subject[] {
  return [...builtTwice(), ...[12, 60].map((builds, at) => branching(builds, `hard-history-${at}`))];
}

function builtTwice(): readonly Subject[] {
  return Object.entries(texts).map(([title, { dockerfile, files }], at) => {
    const scenario: Scenario = {
      slug: 'hard',
      title,
      about: title,
      dockerfile: 'Dockerfile',
      files: { Dockerfile: { text: dockerfile }, ...Object.fromEntries(files.map((path) => [path, { text: 'one\n' }])) },
      options: { tags: ['hard:1.0.0'] },
      begins: Date.UTC(2026, 8, 1),
    };
    let workspace = openWorkspace(scenario, resolveImage);
    const edit = files.slice(0, 1).map((path) => ({ type: 'write', path, text: 'two\n' }) as const);
    for (const action of [{ type: 'build' } as const, ...edit, { type: 'build' } as const]) {
      const done = dispatch(workspace, action);
      if (done.ok) workspace = done.workspace;
    }
    const records = currentState(workspace).builds.map(({ record }) => record);
    return { id: `hard-${at}`, title, record: records.at(-1)!, ...(records.length > 1 && { before: records.at(-2)! }), files: describe(workspace).files, edited: new Set(files.slice(0, 1)), workspace };
  });
}

/** Experiments that begin anew at every fifth build, from the build before it. */
function branching(builds: number, id: string): Subject {
  const title = `${builds} builds on branches`;
  const scenario: Scenario = { slug: 'hard', title, about: title, dockerfile: 'Dockerfile', files: { Dockerfile: { text: 'FROM scratch\nCOPY a.txt /a\nCOPY b.txt /b\n' }, 'a.txt': { text: '' }, 'b.txt': { text: '' } }, options: { tags: ['tries:1.0.0'] }, begins: Date.UTC(2026, 8, 1) };
  let workspace = openWorkspace(scenario, resolveImage);
  for (let at = 0; at < builds; at++) {
    if (at % 5 === 4) workspace = rewindTo(workspace, Math.floor(workspace.log.at / 2));
    for (const action of [{ type: 'write', path: at % 3 === 0 ? 'a.txt' : 'b.txt', text: `${at}` }, { type: 'build' }] as const) {
      const done = dispatch(workspace, action);
      if (done.ok) workspace = done.workspace;
    }
  }
  const { files } = describe(workspace);
  return { id, title, record: currentState(workspace).builds.at(-1)!.record, files, edited: new Set(), workspace };
}
