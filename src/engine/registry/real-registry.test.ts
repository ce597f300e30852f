import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../image/archive/index.ts';
import { imageOf, me, storeOf } from './fixture.ts';
import { push } from './push.ts';
import { emptyRegistries } from './registries.ts';

const installed = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const present = installed('skopeo') && installed('docker-registry');
if (!present) console.log('No skopeo or no docker-registry: a simulated push is not compared with a real one.');

/** A port of the loopback that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
}

describe.runIf(present)('a real registry', () => {
  it('gives what skopeo pushes the digest that our push reports, and takes each blob under its digest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'));
    const port = await freePort();
    const ref = `localhost:${port}/me/app:1.0.0`;
    const config = `version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: ${join(folder, 'store')}\nhttp:\n  addr: 127.0.0.1:${port}\n`;
    writeFileSync(join(folder, 'config.yml'), config);
    const registry = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
    try {
      await answers(`http://127.0.0.1:${port}/v2/`);
      const store = storeOf(imageOf('base', 'dependencies', 'code'), ref);
      const archive = writeArchive(store, [...store.images.values()]);
      if (!archive.ok) throw new Error(archive.problem.id);
      const file = join(folder, 'app.tar');
      writeFileSync(file, archive.bytes);
      execFileSync('skopeo', ['copy', '--preserve-digests', '--dest-tls-verify=false', `oci-archive:${file}`, `docker://${ref}`], { stdio: 'pipe' });
      const inspected = JSON.parse(execFileSync('skopeo', ['inspect', '--tls-verify=false', `docker://${ref}`], { encoding: 'utf8' })) as { readonly Digest: string; readonly Layers: readonly string[] };
      const simulated = push(emptyRegistries, { ...me, store, ref });
      expect(inspected.Digest).toBe(simulated.digest);
      for (const digest of simulated.sent.filter((each) => each !== simulated.digest)) {
        const response = await fetch(`http://127.0.0.1:${port}/v2/me/app/blobs/${digest}`, { method: 'HEAD' });
        expect(response.status).toBe(200);
        expect(Number(response.headers.get('content-length'))).toBe(store.blobs.get(digest)?.size);
      }
    } finally {
      registry.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
