import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

const files = { Dockerfile: { text: 'FROM alpine:3.20\nENV A=image\nWORKDIR /work\nENTRYPOINT ["echo", "entry"]\nCMD ["cmd"]\n' }, 'data/x': { text: 'x\n' } };
const built = () => {
  const t = terminal({ ...scene, files });
  t.type('docker build -q -t app .');
  return t;
};

describe('docker run', () => {
  it('puts arguments in the place of CMD, and --entrypoint in that of both', () => {
    const t = built();
    expect(t.type('docker run --rm app').out).toBe('entry cmd\n');
    expect(t.type('docker run --rm app other words').out).toBe('entry other words\n');
    expect(t.type('docker run --rm --entrypoint pwd app').out).toBe('/work\n');
    expect(t.type("docker run --rm --entrypoint '' app echo free").out).toBe('free\n');
  });

  it('gives its program environment, folder, user, mounts and input', () => {
    const t = built();
    const run = (flags: string, command: string) => t.type(`docker run --rm --entrypoint sh ${flags} app -c '${command}'`).out;
    expect(run('-e A=mine -e B=2', 'echo $A$B')).toBe('mine2\n');
    expect(run('-w /tmp', 'pwd')).toBe('/tmp\n');
    expect(run('-u 1000:50', 'id -u; id -g')).toBe('1000\n50\n');
    expect(run('-v ./data:/data:ro', 'cat /data/x; echo y > /data/y || echo no')).toBe('x\nno\n');
    expect(t.type("echo hi | docker run -i --rm --entrypoint cat app").out).toBe('hi\n');
  });

  it('ends with the exit code of its program, and with docker’s own where there is none', () => {
    const t = built();
    expect(t.type("docker run --rm --entrypoint sh app -c 'exit 42'").exitCode).toBe(42);
    expect(t.type('docker run --rm --entrypoint nosuch app').exitCode).toBe(127);
    expect(t.type('docker run --rm --entrypoint /etc app').exitCode).toBe(126);
    expect(t.type('docker run --nosuch app').exitCode).toBe(125);
  });

  it('leaves containers that can be listed, read, copied from, pruned', () => {
    const t = built();
    t.type("docker run --name one --entrypoint sh app -c 'echo said; echo kept > /kept'");
    expect(t.type("docker ps -a --format '{{.Names}} {{.Status}}'").out).toMatch(/^one Exited \(0\) /);
    expect(t.type('docker logs one').out).toBe('said\n');
    expect(t.type('docker cp one:/kept . && cat kept').out).toBe('kept\n');
    expect(t.type('docker export one | tar t | grep kept').out).toBe('kept\n');
    expect(t.type("docker container inspect -f '{{.Name}} {{.State.Status}} {{index .Args 0}}' one").out).toBe('/one exited -c\n');
    expect(t.type('docker rmi app').err).toContain('conflict: unable to delete app:latest (must be forced)');
    expect(t.type('docker container prune -f').out).toMatch(/^Deleted Containers:\n[0-9a-f]{64}\n/);
    expect(t.type('docker ps -aq').out).toBe('');
  });

  it('can be killed while it runs, and only then', () => {
    const t = built();
    t.type('docker run -d --name nap --entrypoint sleep app 100');
    expect(t.type('docker kill nap').out).toBe('nap\n');
    expect(t.type('docker kill nap').err).toMatch(/^Error response from daemon: cannot kill container: nap: container [0-9a-f]{64} is not running\n$/);
    expect(t.type('docker inspect -f {{.State.ExitCode}} nap').out).toBe('137\n');
  });

  it('keeps what goes on running, until its time has come', () => {
    const t = built();
    t.type('docker run -d --rm --name nap --entrypoint sleep app 5');
    expect(t.type('docker ps -q | wc -l').out).toBe('1\n');
    t.type('sleep 10');
    expect(t.type('docker ps -aq').out).toBe('');
  });

  it('takes a server for one', () => {
    const t = terminal();
    t.type('docker run -d -p 8080:80 --name web nginx:1.27');
    expect(t.type("docker ps --format '{{.Names}} {{.Ports}}'").out).toBe('web 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp\n');
    expect(t.type('curl localhost:8080').err).toContain('container web listens on port 8080');
    expect(t.type('curl http://localhost:9').exitCode).toBe(7);
    expect(t.type('docker rm web').err).toContain('container is running: stop the container before removing or force remove');
    expect(t.type('yes | docker container prune; docker stop web; echo y | docker container prune | tail -1').out).toMatch(/\[y\/N\] y\nTotal reclaimed space: 0B\nweb\nTotal reclaimed space: /);
  });

  it('pulls what is not here, and asks for a command where a shell would wait for one', () => {
    const t = terminal();
    expect(t.type('docker run --rm alpine:3.20 echo hi').out).toContain('hi\n');
    expect(t.type('docker images -q alpine').out).not.toBe('');
    expect(t.type('docker run -it --rm alpine:3.20 sh').err).toContain('a shell to type into is not simulated');
  });
});
