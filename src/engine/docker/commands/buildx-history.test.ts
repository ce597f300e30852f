import { describe, expect, it } from 'vitest';
import { terminal } from '../terminal.fixture.ts';

describe('docker buildx history', () => {
  it('lists builds, shows one, prints its log again, and forgets', () => {
    const t = terminal();
    const log = t.type('docker build -t app .').err;
    t.type('docker build --target nosuch .');
    const ref = t.type("docker buildx history ls --format '{{.Ref}} {{.Status}}'").out.split('\n')[1]?.split(' ')[0] ?? '';
    expect(t.type('docker buildx history ls').out).toMatch(/^BUILD ID +NAME +STATUS +CREATED AT +DURATION +\n[a-z0-9]{25} +app \(nosuch\) +Error .*\n[a-z0-9]{25} +app +Completed /);
    expect(t.type(`docker buildx history inspect ${ref}`).out).toMatch(/^Name:\t\tapp\nRef:\t\t[a-z0-9]{25}\nContext:\tapp\nDockerfile:\tDockerfile\n/);
    expect(t.type(`docker buildx history inspect --format '{{.Name}} {{.Status}}' ${ref}`).out).toBe('app completed\n');
    expect(log).toContain(t.type(`docker buildx history logs ${ref}`).err.split('\n')[0] ?? '-');
    expect(t.type('docker buildx history rm --all && docker buildx history ls --format json').out).toBe('');
    expect(t.type('docker buildx history inspect').err).toBe('ERROR: no records found\n');
  });
});
