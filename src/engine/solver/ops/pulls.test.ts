import { describe, expect, it } from 'vitest';
import { described, dirOf, sha256 } from '../../fs/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { StoreDraft } from '../cache/store-draft.ts';
import { emptyStore } from '../cache-store.ts';
import { Clock } from '../schedule/clock.ts';
import { extractRate, pullRate } from '../schedule/costs.ts';
import { StatusStream } from '../stream.ts';
import { Pulls } from './pulls.ts';
import { Workers } from './workers.ts';

const sizes = [pullRate * 1000, pullRate * 2000];
const image: BaseImage = {
  ref: 'docker.io/library/base:1', platform: 'linux/amd64', digest: sha256('index'), manifestDigest: sha256('manifest'),
  config: { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [] } },
  layers: sizes.map((size, i) => ({ diffId: sha256(`diff ${i}`), digest: sha256(`blob ${i}`), size })),
  chainId: sha256('chain'),
  root: dirOf([['file', described(extractRate * 3000, 'file')]]),
  fidelity: 'exact',
};

function newPulls() {
  const clock = new Clock();
  const stream = new StatusStream(() => clock.now);
  const vertex = sha256('vertex');
  stream.announce({ digest: vertex, name: 'FROM base', inputs: [] });
  const store = new StoreDraft(emptyStore);
  return { clock, stream, vertex, store, pulls: new Pulls(clock, stream, store) };
}

describe('pulling a base image', () => {
  it('brings blobs over one link and unpacks each while the next one comes', () => {
    const { clock, vertex, pulls } = newPulls();
    let ready = -1;
    pulls.unpack(image, vertex, vertex, () => (ready = clock.now));
    while (clock.step());
    expect(ready).toBe(1000 + 2000 + 2000);
    expect(pulls.bytes(vertex)).toBe(sizes[0]! + sizes[1]!);
  });

  it('happens once for all that wait for it, and not again', () => {
    const { clock, vertex, pulls, stream } = newPulls();
    let waiting = 0;
    for (let i = 0; i < 3; i++) pulls.unpack(image, vertex, vertex, () => waiting++);
    while (clock.step());
    const events = stream.events.length;
    pulls.unpack(image, vertex, vertex, () => waiting++);
    expect([waiting, stream.events.length]).toEqual([4, events]);
  });

  it('needs only the blobs for an export', () => {
    const { clock, vertex, pulls, store } = newPulls();
    let ready = -1;
    pulls.bring(image, vertex, () => (ready = clock.now));
    while (clock.step());
    expect([ready, store.hasBlob(image.layers[0]!.digest), store.isUnpacked(image.layers[0]!.digest)]).toEqual([3000, true, false]);
  });
});

describe('workers', () => {
  it('are as many as there are, and who finds none waits in line', () => {
    const workers = new Workers(2);
    const begun: string[] = [];
    const releases = ['a', 'b', 'c', 'd'].map((name) => workers.take(() => begun.push(name)));
    expect(begun).toEqual(['a', 'b']);
    releases[2]!();
    releases[0]!();
    expect(begun).toEqual(['a', 'b', 'd']);
    releases[0]!();
    expect(begun).toEqual(['a', 'b', 'd']);
  });
});
