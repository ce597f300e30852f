import { describe, expect, it } from 'vitest';
import { terminal } from '../terminal.fixture.ts';

describe('what docker says of itself', () => {
  it('names the version whose words it has, everywhere the same', () => {
    const { type } = terminal();
    expect(type('docker --version').out).toBe('Docker version 28.5.2, build ecc6942\n');
    expect(type("docker version --format '{{.Client.Version}} {{.Server.Version}}'").out).toBe('28.5.2 28.5.2\n');
    expect(type('docker version').out).toMatch(/^Client: .*simulated\n Version: +28\.5\.2\n/);
    expect(type('docker info').out).toContain(' Server Version: 28.5.2\n Storage Driver: overlayfs\n  driver-type: io.containerd.snapshotter.v1\n');
    expect(type('docker buildx version').out).toMatch(/^github\.com\/docker\/buildx v0\.29\.1 /);
    expect(type("docker info --format '{{.Name}} {{.OSType}}'").out).toBe('laptop linux\n');
  });

  it('says of what it has not that it has it not', () => {
    const { type } = terminal();
    expect(type('docker network ls')).toMatchObject({ err: 'docker network ls is not simulated here.\n', exitCode: 1 });
    expect(type('docker compose up')).toMatchObject({ err: 'docker compose is a plugin that is not simulated here.\n', exitCode: 1 });
    expect(type('docker search alpine').out).toMatch(/^NAME +DESCRIPTION +STARS +OFFICIAL\nalpine +A minimal Docker image/);
  });
});
