import { describe, expect, it } from 'vitest';
import { scene, terminal } from '../terminal.fixture.ts';

const registries = [{ host: 'registry.example.com', accounts: [{ username: 'ann', secret: 'right' }], repositories: [{ name: 'ann/app', immutableTags: true }] }];
const at = () => terminal({ ...scene, registries });

describe('docker login', () => {
  it('lets in who is known, and nobody else', () => {
    const t = at();
    expect(t.type('echo wrong | docker login registry.example.com -u ann --password-stdin')).toMatchObject({ exitCode: 1 });
    expect([...t.state.machines.get('laptop')!.logins]).toEqual([]);
    expect(t.type('echo right | docker login registry.example.com -u ann --password-stdin').out).toBe('Login Succeeded\n');
    expect(t.type('docker info').exitCode).toBe(0);
    t.type('docker logout registry.example.com');
    expect(t.state.machines.get('laptop')!.logins.size).toBe(0);
  });

  it('opens the way for a push, which an immutable tag takes once', () => {
    const t = at();
    t.type('docker build -q -t registry.example.com/ann/app:1 .');
    expect(t.type('docker push registry.example.com/ann/app:1').exitCode).toBe(1);
    t.type('echo right | docker login registry.example.com -u ann --password-stdin');
    expect(t.type('docker push registry.example.com/ann/app:1').exitCode).toBe(0);
    t.type('echo more >> notes.txt; docker build -q -t registry.example.com/ann/app:1 .');
    const registry = t.state.registries;
    expect(t.type('docker push registry.example.com/ann/app:1').exitCode).toBe(1);
    expect(t.state.registries.hosts.get('registry.example.com')?.repositories.get('ann/app')?.tags).toEqual(registry.hosts.get('registry.example.com')?.repositories.get('ann/app')?.tags);
  });
});
