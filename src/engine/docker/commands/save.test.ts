import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

const files = { ...scene.files, 'scratch/Dockerfile': { text: 'FROM scratch\nCOPY a /a\n' }, 'scratch/a': { text: 'a\n' } };

describe('docker save and load', () => {
  it('carry an image of which every byte is known as a real archive', () => {
    const t = terminal({ ...scene, files });
    t.type('docker build -q -t s:1 scratch');
    const id = t.type('docker images -q').out;
    t.type('docker save s:1 > s.tar; docker rmi s:1');
    expect(t.type('tar tf s.tar | tail -3').out).toBe('index.json\nmanifest.json\noci-layout\n');
    expect(t.type('docker load < s.tar').out).toBe('Loaded image: s:1\n');
    expect(t.type('docker images -q').out).toBe(id);
  });

  it('carry one that stands on a base image as a file that is only described', () => {
    const t = terminal();
    t.type('docker build -q -t app:1 -t app:2 .');
    t.type('docker save app:1 -o app.tar && docker rmi app:1 app:2');
    expect(t.type('docker load -i app.tar; docker run --rm app:1').out).toBe('Loaded image: app:1\n2 notes.txt\n');
    expect(t.type('docker save app:1').err).toContain('use --output FILE');
  });

  it('carry what a build wrote with --output type=docker', () => {
    const t = terminal({ ...scene, files });
    t.type('docker build -q -t s:2 -o type=docker,dest=s.tar scratch; docker build -q -t app:3 -o type=docker,dest=app.tar .');
    expect(t.type('docker images -q; docker load -i s.tar; docker load -i app.tar; docker run --rm app:3').out).toBe('Loaded image: s:2\nLoaded image: app:3\n2 notes.txt\n');
  });

  it('refuse what is no archive, and change nothing', () => {
    const t = terminal();
    const before = t.state.machines;
    expect(t.type('echo junk > junk.tar; docker load -i junk.tar')).toMatchObject({ err: 'unexpected EOF\n', exitCode: 1 });
    expect(t.state.machines).toEqual(before);
  });
});
