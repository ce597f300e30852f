import { describe, expect, it } from 'vitest';
import { scenario } from '#scenarios/go-two-stages/scenario.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { terminal, type Terminal } from './terminal.fixture.ts';

/** The course's project before anybody improved it: one stage, everything copied first, nothing ignored. */
const single = 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN CGO_ENABLED=0 go build -o /app\nENTRYPOINT ["/app"]\n';
const { '.dockerignore': _, ...files } = scenario.files;
const start: Scenario = { ...scenario, prologue: [], files: { ...files, Dockerfile: { text: single } } };

/** Lines of a file as somebody types them into a shell. */
const write = (path: string, text: string) => `cat > ${path} <<'EOF'\n${text}EOF`;
const sizeOf = (t: Terminal, name: string) => {
  const [number = '', unit = ''] = t.type(`docker images ${name} --format '{{.Size}}'`).out.trim().split(/(?<=\d)(?=[kMG]?B)/);
  return Number(number) * ({ B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[unit] ?? NaN);
};
const state = (log: string, step: string) => new RegExp(`^#(\\d+) \\[[^\\]]*\\] ${step}\\n(?:#\\1 .*\\n)*?#\\1 (CACHED|DONE)`, 'm').exec(log)?.[2];

describe('the four exercises of the course, by somebody who only types', () => {
  it('1. the order of steps decides what the cache keeps', () => {
    const t = terminal(start);
    expect(t.type('docker build -t greeter .').exitCode).toBe(0);
    t.type("sed -i 's/listening on/now listening on/' main.go");
    expect(state(t.type('docker build -t greeter .').err, 'RUN go mod download')).toBe('DONE');
    t.type(write('Dockerfile', single.replace('COPY . .\nRUN go mod download', 'COPY go.* ./\nRUN go mod download\nCOPY . .')));
    t.type('docker build -t greeter .');
    t.type("sed -i 's/now listening/still listening/' main.go");
    const again = t.type('docker build -t greeter .').err;
    expect(state(again, 'RUN go mod download')).toBe('CACHED');
    expect(state(again, 'COPY \\. \\.')).toBe('DONE');
  });

  it('2. a second stage makes the image small, as docker images shows', () => {
    const t = terminal(start);
    t.type('docker build -t greeter:single .');
    t.type(write('Dockerfile', `${single.replace('FROM golang:1.22', 'FROM golang:1.22 AS build').replace('ENTRYPOINT ["/app"]\n', '')}\nFROM gcr.io/distroless/static\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n`));
    expect(t.type('docker build -t greeter:multi .').exitCode).toBe(0);
    const listed = t.type('docker images').out;
    expect(listed).toMatch(/^greeter +multi /m);
    expect(listed).toMatch(/^greeter +single /m);
    expect(sizeOf(t, 'greeter:multi')).toBeLessThan(sizeOf(t, 'greeter:single') / 10);
    expect(t.type('docker history greeter:multi').out).toContain('COPY /app /app');
  });

  it('3. an ignore file keeps things out of the build', () => {
    const t = terminal(start);
    t.type('docker build -t greeter .');
    expect(t.type('docker run --rm --entrypoint ls greeter -a /src').out).toContain('.git');
    t.type('echo .git >> .dockerignore');
    t.type('echo bin/ >> .dockerignore');
    expect(t.type('cat .dockerignore').out).toBe('.git\nbin/\n');
    expect(t.type('git status -s').out).toBe('?? .dockerignore\n');
    expect(t.type('docker build -t greeter .').err).toMatch(/transferring context: \d+B/);
    expect(t.type('docker run --rm --entrypoint ls greeter -a /src').out).not.toMatch(/\.git\n|bin\n/);
  });

  it('4. a version is a name, and a push needs a login', () => {
    const t = terminal(scenario);
    t.type('docker build -t greeter .');
    expect(t.type('docker tag greeter ghcr.io/me/app:1.0.0').exitCode).toBe(0);
    const refused = t.type('docker push ghcr.io/me/app:1.0.0');
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toMatch(/denied|unauthorized|no basic auth/i);
    const wrong = t.type('echo wrong | docker login ghcr.io -u me --password-stdin');
    const password = /with the password (\S+)\.$/m.exec(wrong.err)?.[1];
    expect(wrong.err).toMatch(/denied/);
    expect(t.type(`echo ${password} | docker login ghcr.io -u me --password-stdin`).out).toContain('Login Succeeded');
    const pushed = t.type('docker push ghcr.io/me/app:1.0.0');
    expect(pushed.out).toMatch(/^1\.0\.0: digest: sha256:[0-9a-f]{64} size: \d+$/m);
    expect(pushed.entry.messages?.at(-1)).toMatchObject({ method: 'PUT', host: 'ghcr.io', path: '/v2/me/app/manifests/1.0.0' });
    expect(t.type('docker images ghcr.io/me/app').out).toMatch(/ghcr\.io\/me\/app +1\.0\.0/);
    expect(t.type('docker push ghcr.io/me/app:1.0.0').out).toContain('Layer already exists');
  });
});
