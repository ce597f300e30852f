import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, textOf } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import { initialState } from '../workspace/state.ts';
import { currentState, dispatch, openWorkspace, replay, undoLast } from '../workspace/workspace.ts';
import { flagsOf } from './cli/help.ts';
import { commands } from './commands/index.ts';
import { complete } from './complete.ts';
import { execute } from './execute.ts';
import { scene, terminal } from './terminal.fixture.ts';

describe('a typed line', () => {
  it('changes the project, which builds see at once', () => {
    const t = terminal();
    t.type('echo src >> .dockerignore && docker build -q -t app . && docker run --rm app ls');
    const file = get(t.state.context, '.dockerignore');
    expect(file?.type === 'file' && textOf(file)).toBe('src\n');
    expect(t.type('docker run --rm app ls').out).toBe('Dockerfile\ncount\nnotes.txt\n');
  });

  it('leaves the project as it was where it only looks', () => {
    const t = terminal();
    const before = t.state.context;
    t.type('ls -la; cat notes.txt | grep two | wc -l; docker images');
    expect(t.state.context).toBe(before);
  });

  it('goes on where the line before left folder, variables and files outside of the project', () => {
    const t = terminal();
    t.type('cd src; V=1.2.3; echo secret > ~/token');
    expect(t.state.folder).toBe('src');
    expect(t.type('echo $V; cat ~/token; ls').out).toBe('1.2.3\nsecret\nmain.txt\n');
    t.type('cd ..');
    expect(t.type('docker build -q -t app:$V . > /dev/null; docker images -q app:1.2.3 | wc -l').out).toBe('1\n');
  });

  it('says which build it was, which file is to be opened, and what a registry heard', () => {
    const t = terminal();
    expect(t.type('docker build .').entry.build).toBe(1);
    expect(t.type('nano src/main.txt').entry.opens).toBe('src/main.txt');
    expect(t.type('code new.txt').entry.opens).toBe('new.txt');
    expect(get(t.state.context, 'new.txt')?.type).toBe('file');
    expect(t.type('docker pull alpine:3.20').entry.messages?.length).toBeGreaterThan(2);
  });

  it('plays a build piece by piece', () => {
    const times = terminal().type('docker build .').entry.output.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBeGreaterThan(5);
  });

  it('ends at Ctrl-C with what had ended by then', () => {
    const t = terminal();
    const { entry, err } = t.type('docker build -t app . && docker images', 1_600);
    expect(entry).toMatchObject({ exitCode: 130, duration: 1_600, build: 1 });
    expect(err).toContain('context canceled');
    expect(err.endsWith('^C\n')).toBe(true);
    expect(t.type('docker images -q').out).toBe('');
  });

  it('gives the same for the same, and leaves the given state alone', () => {
    const state = initialState(scene);
    const twice = [0, 1].map(() => execute(state, 'docker build -t app . && docker run --rm app', scene, resolveImage).entry);
    expect(twice[0]).toEqual(twice[1]);
    expect(state.builds.length).toBe(0);
  });
});

describe('a log with typed lines', () => {
  it('gives the same state again, to the last digest, and lines can be undone', () => {
    const lines = ['echo src >> .dockerignore', 'docker build -t app:1 .', 'docker run --name one app:1', 'cd src', 'docker tag app:1 localhost:5000/app:1 && docker push localhost:5000/app:1', 'V=2'];
    const start = openWorkspace(scene, resolveImage, execute);
    const typed = lines.reduce((workspace, line) => {
      const done = dispatch(workspace, { type: 'command', line });
      return done.ok ? done.workspace : workspace;
    }, start);
    const again = replay(scene, resolveImage, typed.log, execute);
    expect(again.refused).toEqual([]);
    expect(currentState(again.workspace).terminal).toEqual(currentState(typed).terminal);
    expect(currentState(again.workspace).registries).toEqual(currentState(typed).registries);
    const undone = lines.reduce((workspace) => undoLast(workspace), typed);
    expect(currentState(undone)).toBe(currentState(start));
  });
});

describe('any line', () => {
  const names = commands.flatMap(({ paths }) => paths);
  const piece = fc.oneof(
    fc.constantFrom(...names.map((name) => `docker ${name}`)),
    fc.constantFrom('-t', '--format', "'{{json .}}'", "'{{range .}}'", '-f', '--filter', 'dangling=true', 'label=x', '-q', '-a', '--no-trunc', 'app', 'app:1', 'nosuch', 'APP', '.', '-', '/', '..', '--', '--help', '-o', 'out', '--platform', 'linux/arm64', '--target', '--call', 'outline', '-v', '.:/x', '-e', 'A=b', '--rm', '-d', '-p', '80:80', 'sh', '-c', "'exit 3'", 'c1', 'c1:/app', '--name', '@sha256:0', ''),
    fc.constantFrom('&&', '||', ';', '|', '>', '>>', '<', '$(', ')', '`', '"', "'", '\\', '&', '{', '}', '!', '*', '~', '$V', 'V=1', 'cd', 'rm -rf', 'sudo', 'history', 'edit', 'git diff', 'clear', '\n'),
    fc.string({ maxLength: 8 }),
  );

  it('is answered, whatever it is, and its end is an end', () => {
    const t = terminal();
    t.type('docker build -q -t app -t app:1 . && docker create --name c1 app');
    const start = t.state;
    fc.assert(fc.property(fc.array(piece, { maxLength: 7 }), fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }), (parts, interrupted) => {
      const { entry, state } = execute(start, parts.join(' '), scene, resolveImage, interrupted);
      expect(entry.exitCode).toBeGreaterThanOrEqual(0);
      expect(entry.exitCode).toBeLessThan(256);
      expect(entry.duration).toBeLessThanOrEqual(interrupted ?? Infinity);
      expect(state.context.type).toBe('dir');
      expect(state.now).toBeGreaterThanOrEqual(start.now);
    }), { seed: 71, numRuns: 600 });
  });

  it('of a command with any of its flags and arguments leaves a state that can be said as JSON', () => {
    const t = terminal();
    t.type('docker build -q -t app -t app:1 . && docker create --name c1 app && docker save app -o app.tar && docker run -d --name nap app sleep 100');
    const start = t.state;
    const value = fc.constantFrom(
      'app', 'app:1', 'nosuch', 'APP', '.', '-', '/', '..', 'c1', 'nap', 'c1:/app', './x', 'localhost:5000/me/app:1', `app@sha256:${'a'.repeat(64)}`, 'sha256:abc', "''", 'a=b', 'type=local,dest=o', 'type=registry,ref=localhost:5000/c', 'id=x',
      "'{{json .}}'", "'{{range $k, $v := .}}{{$k}}{{end}}'", 'json', 'table', '1h', '10', '-1', 'default', 'ls', 'Dockerfile', 'app.tar', 'ghcr.io', '^1', 'until=1h', 'dangling=true',
    );
    const call = fc.constantFrom(...commands).chain((command) => {
      const flags = flagsOf(command);
      const flag = flags.length === 0 ? fc.constant('') : fc.constantFrom(...flags).chain(({ name, type }) => (type === undefined ? fc.constant(`--${name}`) : value.map((text) => `--${name} ${text}`)));
      return fc.tuple(fc.constantFrom(...command.paths), fc.array(flag, { maxLength: 3 }), fc.array(value, { maxLength: 3 })).map(([path, some, args]) => ['docker', path, ...some, ...args].join(' '));
    });
    fc.assert(fc.property(fc.array(call, { minLength: 1, maxLength: 3 }), (calls) => {
      calls.reduce((state, line) => {
        const next = execute({ ...state, now: state.now + 1_000 }, line, scene, resolveImage);
        expect(JSON.parse(JSON.stringify(next.entry))).toMatchObject({ line });
        return next.state;
      }, start);
    }), { seed: 73, numRuns: 500 });
  });

  it('can be completed at any place', () => {
    const { state } = terminal();
    fc.assert(fc.property(fc.array(piece, { maxLength: 5 }), fc.nat(40), (parts, cursor) => {
      const line = parts.join(' ');
      const at = Math.min(cursor, line.length);
      const { from, to, candidates } = complete(state, line, at);
      expect(from).toBeLessThanOrEqual(to);
      expect(candidates.every((candidate) => candidate.startsWith(line.slice(from, to)))).toBe(true);
    }), { seed: 72, numRuns: 400 });
  });
});

describe('completion', () => {
  const t = terminal();
  t.type('docker build -q -t app:1.0 . && docker create --name one app:1.0');
  const offered = (line: string) => complete(t.state, line, line.length).candidates;

  it('knows commands, groups and flags', () => {
    expect(offered('doc')).toEqual(['docker']);
    expect(offered('docker im')).toEqual(['image', 'images', 'import']);
    expect(offered('docker buildx ba')).toEqual(['bake']);
    expect(offered('docker build --no-c')).toEqual(['--no-cache', '--no-cache-filter']);
    expect(offered('ls && docker image pr')).toEqual(['prune']);
  });

  it('knows images, containers, stages, modes and files', () => {
    expect(offered('docker rmi a')).toEqual(['app:1.0']);
    expect(offered('docker rm o')).toEqual(['one']);
    expect(offered('docker build --progress=p')).toEqual(['plain']);
    expect(offered('cat no')).toEqual(['notes.txt']);
    expect(offered('cd s')).toEqual(['src/']);
    expect(offered('cat src/')).toEqual(['src/main.txt']);
  });
});
