import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

const image = 'localhost:5000/me/app';

describe('docker push and pull', () => {
  it('move between two machines what the other has not, and say so on the wire', () => {
    const t = terminal();
    t.type(`docker build -q -t ${image}:1 .`);
    const first = t.type(`docker push ${image}:1`);
    t.type(`echo more >> notes.txt; docker build -q -t ${image}:2 .`);
    const second = t.type(`docker push ${image}:2`);
    const sent = (typed: typeof first) => typed.entry.messages?.reduce((sum, message) => sum + message.sent, 0) ?? 0;
    expect(second.out).toContain('Layer already exists');
    expect(sent(second)).toBeLessThan(sent(first) / 10);
    t.state = { ...t.state, machine: 'ci' };
    expect(t.type('docker images -q').out).toBe('');
    expect(t.type(`docker pull ${image}:2`).out).toContain(`Status: Downloaded newer image for ${image}:2`);
    expect(t.type(`docker run --rm ${image}:2`).out).toBe('3 notes.txt\n');
  });

  it('leave no tag behind where Ctrl-C came first', () => {
    const t = terminal();
    t.type(`docker build -q -t ${image}:1 .`);
    const { duration } = t.type(`docker push ${image}:1`).entry;
    const again = terminal();
    again.type(`docker build -q -t ${image}:1 .`);
    expect(again.type(`docker push ${image}:1`, duration / 2)).toMatchObject({ exitCode: 130 });
    expect(again.state.registries.hosts.get('localhost:5000')?.repositories.get('me/app')?.tags.size ?? 0).toBe(0);
    expect(again.type(`docker push ${image}:1`).exitCode).toBe(0);
  });

  it('are refused in the registry’s words where it is full or has no such tag, and nothing is lost', () => {
    const t = terminal({ ...scene, registries: [{ host: 'localhost:5000', quota: 1_000_000 }] });
    t.type(`docker build -q -t ${image}:1 .`);
    const images = t.type('docker images --no-trunc').out.replace(/\d+ seconds? ago/g, '');
    const refused = t.type(`docker push ${image}:1`);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.err).not.toBe('');
    expect(t.type(`docker pull ${image}:1`).exitCode).toBe(1);
    expect(t.type(`docker pull ${image}:nosuch`).err).toMatch(/not found|denied/);
    expect(t.type('docker images --no-trunc').out.replace(/\d+ seconds? ago/g, '').replace(/ +/g, ' ')).toBe(images.replace(/ +/g, ' '));
  });
});
