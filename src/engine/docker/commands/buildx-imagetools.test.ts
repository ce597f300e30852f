import { describe, expect, it } from 'vitest';
import { terminal } from '../terminal.fixture.ts';

describe('docker buildx imagetools', () => {
  it('shows what lies in a registry, and gives it another name without a build', () => {
    const { type } = terminal();
    type('docker build -q -t localhost:5000/me/app:1 . && docker push -q localhost:5000/me/app:1');
    const shown = type('docker buildx imagetools inspect localhost:5000/me/app:1').out;
    expect(shown).toMatch(/^Name: {6}localhost:5000\/me\/app:1\nMediaType: application\/vnd\.oci\.image\.index\.v1\+json\nDigest: {4}sha256:/);
    expect(type('docker buildx imagetools create -t localhost:5000/me/app:stable localhost:5000/me/app:1').exitCode).toBe(0);
    expect(/Digest: +(\S+)/.exec(type('docker buildx imagetools inspect localhost:5000/me/app:stable').out)?.[1]).toBe(/Digest: +(\S+)/.exec(shown)?.[1]);
    expect(JSON.parse(type('docker manifest inspect localhost:5000/me/app:stable').out)).toMatchObject({ schemaVersion: 2 });
  });
});
