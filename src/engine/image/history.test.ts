import { describe, expect, it } from 'vitest';
import type { HistoryEntry, ImageConfig } from './config.ts';
import { finishConfig, type FinishedLayer } from './history.ts';

const config = (history: readonly HistoryEntry[]): ImageConfig => ({ architecture: 'amd64', os: 'linux', config: {}, history, rootfs: { type: 'layers', diff_ids: null } });
const layer = (name: string, day: number): FinishedLayer => ({ diffId: `sha256:${name}`, time: { createdAt: `2024-01-0${day}T00:00:00Z`, description: `vertex ${name}` } });
const created = (image: ImageConfig) => image.history?.map((entry) => entry.created?.slice(8, 10));

describe('finishing a config', () => {
  it('gives layers their own time and other entries that of the first new layer', () => {
    const base = { created: '2023-12-25T00:00:00Z', created_by: 'base' };
    const image = finishConfig(config([base, { created_by: 'ENV', empty_layer: true }, { created_by: 'RUN a' }, { created_by: 'CMD', empty_layer: true }, { created_by: 'RUN b' }]), [layer('0', 1), layer('a', 2), layer('b', 3)]);
    expect(created(image)).toEqual(['25', '02', '02', '02', '03']);
    expect(image.created).toBe('2024-01-03T00:00:00Z');
    expect(image.rootfs.diff_ids).toEqual(['sha256:0', 'sha256:a', 'sha256:b']);
  });

  it('gives entries after the last layer the time of that layer', () => {
    const image = finishConfig(config([{ created_by: 'RUN a' }, { created_by: 'CMD', empty_layer: true }]), [layer('a', 2)]);
    expect(created(image)).toEqual(['02', '02']);
  });

  it('adds entries for layers that history does not mention, and empties those without a layer', () => {
    const more = finishConfig(config([{ created_by: 'RUN a' }]), [layer('a', 1), layer('b', 2)]);
    expect(more.history?.[1]).toEqual({ created: '2024-01-02T00:00:00Z', created_by: 'vertex b', comment: 'buildkit.exporter.image.v0' });
    const fewer = finishConfig(config([{ created_by: 'RUN a' }, { created_by: 'RUN b' }]), [layer('a', 1)]);
    expect(fewer.history?.map((entry) => entry.empty_layer ?? false)).toEqual([false, true]);
  });

  it('has no time and no layers where there are none', () => {
    const image = finishConfig(config([{ created_by: 'LABEL a=b', empty_layer: true }]), []);
    expect(image.created).toBeUndefined();
    expect(image.rootfs.diff_ids).toBeNull();
  });

  it('holds times back to the source date epoch, but not those of the base image', () => {
    const base = { created: '2024-06-01T00:00:00Z', created_by: 'base' };
    const epoch = Date.parse('2024-01-02T00:00:00Z') / 1000;
    const image = finishConfig(config([base, { created_by: 'RUN a' }, { created_by: 'RUN b' }]), [layer('0', 1), layer('a', 1), layer('b', 3)], { epoch, baseHistory: [base] });
    expect(image.history?.map((entry) => entry.created)).toEqual(['2024-06-01T00:00:00Z', '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z']);
    expect(image.created).toBe('2024-01-02T00:00:00Z');
  });
});
