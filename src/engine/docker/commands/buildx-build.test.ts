import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

const files = {
  Dockerfile: { text: 'ARG V=1\nFROM alpine:3.20 AS base\nARG V\nARG GREETING\nRUN echo "$V $GREETING" > /said\nFROM base AS final\nCOPY --from=extra extra.txt /\nCMD ["cat", "/said"]\n' },
  'extra/extra.txt': { text: 'extra\n' },
  'token.txt': { text: 's3cret\n' },
  'secret.Dockerfile': { text: 'FROM alpine:3.20\nRUN --mount=type=secret,id=token cat /run/secrets/token\n' },
  'scratch/Dockerfile': { text: 'FROM scratch\nCOPY a /a\n' },
  'scratch/a': { text: 'a\n' },
};
const at = () => terminal({ ...scene, files });
const extra = '--build-context extra=./extra';

describe('docker build', () => {
  it('takes arguments, also from variables of the shell, and other contexts', () => {
    const t = at();
    t.type('export GREETING=hello');
    expect(t.type(`docker build -q -t app --build-arg V=2 --build-arg GREETING ${extra} .`).exitCode).toBe(0);
    expect(t.type('docker run --rm app').out).toBe('2 hello\n');
    expect(t.type('docker run --rm app cat /extra.txt').out).toBe('extra\n');
  });

  it('stops at a target, and says which one is not there', () => {
    const t = at();
    expect(t.type('docker build --target base .').err).toContain('[base 2/2] RUN');
    expect(t.type('docker build --target nosuch .').err).toMatch(/ERROR: failed to build: failed to solve: target stage "nosuch" could not be found\n$/);
  });

  it('looks nothing up with --no-cache, and in one stage with --no-cache-filter', () => {
    const t = at();
    t.type('docker build --target base .');
    expect(t.type('docker build --target base .').err).toMatch(/RUN echo.*\n#\d+ CACHED/);
    expect(t.type('docker build --target base --no-cache .').err).toMatch(/RUN echo.*\n#\d+ DONE/);
    expect(t.type('docker build --target base --no-cache-filter base .').err).toMatch(/RUN echo.*\n#\d+ DONE/);
  });

  it('mounts secrets from files and variables, and keeps them out of the image', () => {
    const t = at();
    expect(t.type('docker build -f secret.Dockerfile --secret id=token,src=token.txt --progress=plain .').err).toContain('s3cret');
    expect(t.type('TOKEN=other docker build -f secret.Dockerfile --no-cache --secret id=token,env=TOKEN .').err).toContain('other');
    expect(t.type('docker build -q -t s -f secret.Dockerfile --secret id=token,src=token.txt . > /dev/null; docker run --rm s ls /run').out).not.toContain('secrets');
  });

  it('leaves files where they were asked for', () => {
    const t = at();
    t.type('docker build -q -o out scratch');
    expect(t.type('cat out/a').out).toBe('a\n');
    t.type('docker build -q -o type=tar,dest=a.tar scratch');
    expect(t.type('tar tf a.tar').out).toBe('a\n');
    t.type('docker build -q --iidfile id --metadata-file meta.json -t s scratch');
    const id = t.type('docker images -q --no-trunc s').out.trim();
    expect(t.type('cat id').out).toBe(id);
    expect(JSON.parse(t.type('cat meta.json').out)).toMatchObject({ 'containerimage.digest': id, 'image.name': 'docker.io/library/s:latest' });
  });

  it('pushes where a builder of its own keeps nothing', () => {
    const t = at();
    t.type('docker buildx create --use --name own');
    expect(t.type('docker build scratch').err).toContain('WARNING: No output specified with docker-container driver.');
    expect(t.type('docker build --push -t localhost:5000/a:1 scratch').exitCode).toBe(0);
    expect(t.type('docker images -q').out).toBe('');
    expect(t.type('docker build --load -t a:1 scratch; docker images -q | wc -l').out).toBe('1\n');
    expect(t.type('docker pull localhost:5000/a:1').out).toContain('Status: Downloaded newer image for localhost:5000/a:1');
  });

  it('finds on one builder what another exported to a folder', () => {
    const t = at();
    t.type('docker build --target base --cache-to type=local,dest=/tmp/cache,mode=max .');
    t.type('docker buildx create --use --name other');
    expect(t.type('docker build --target base --cache-from type=local,src=/tmp/cache .').err).toMatch(/RUN echo.*\n#\d+ CACHED/);
  });

  it('takes a Dockerfile from standard input or from elsewhere', () => {
    const t = at();
    expect(t.type("printf 'FROM alpine:3.20\\nCOPY token.txt /\\n' | docker build -q -t piped -f - .").exitCode).toBe(0);
    expect(t.type('docker run --rm piped cat /token.txt').out).toBe('s3cret\n');
    expect(t.type("printf 'FROM alpine:3.20\\nCOPY token.txt /\\n' | docker build -").err).toContain('"/token.txt": not found');
    expect(t.type('cp scratch/Dockerfile /tmp/other; docker build -q -t other -f /tmp/other scratch; docker images -q other | wc -l').out).toMatch(/^sha256:.*\n1\n$/);
    expect(t.type('docker build -f /tmp/nosuch .').err).toContain('open nosuch: no such file or directory');
  });

  it('uses the builder before BuildKit where the shell says so, for that build alone', () => {
    const t = at();
    const old = t.type('DOCKER_BUILDKIT=0 docker build -t old scratch');
    expect(old.err).toMatch(/^DEPRECATED: The legacy builder is deprecated/);
    expect(old.out).toMatch(/^Sending build context to Docker daemon .*\nStep 1\/2 : FROM scratch\n[\s\S]*Successfully tagged old:latest\n$/);
    expect(t.type('docker build -t new scratch').err).toContain('building with "default" instance using docker driver');
    expect(t.type('docker buildx history ls | wc -l; docker images -q | wc -l').out).toBe('2\n2\n');
  });

  it('says in one sentence what is not simulated', () => {
    const t = at();
    expect(t.type('docker build https://github.com/me/app.git').err).toContain('contexts from the network');
    expect(t.type('docker build --cache-to type=gha .').err).toContain('a cache of type gha is not simulated');
  });
});
