import fc from 'fast-check';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decompress } from './decompress.ts';
import { readTar } from './tar-read.ts';

// One archive, `d/f`, `l -> d/f` and `rep` of 3000 bytes, as the usual tools compress it.
const ARCHIVES = {
  gzip: 'H4sICOv1A2sCA3MudGFyAO3YTQ6CMBiE4W/NKXoCCqU/58GIcdEEU/H+oks0qItWjO+TSUpCd5MMCbWW7JpZcO5+zpbnk+fgnRHlpIDLeeqTUpLGcVq79+r9j6r1Xm+u//Z2n/5L9X8o0L+3dqV/v+zf2FZUQ//ZHYcYx0rwp2ody3z/Q/hk/61pRJn808T+6zScvrv/zoeH/rvQsf8l9LuKEEIIIYQQsvHw5wIAAAAAALzrChfljcYAKAAA',
  bzip2: 'QlpoOTFBWSZTWRCtulwAAmr7hMmQAEBAAf+ABA93RN4AAACAiDAA2AYNNGmmExMmAgaYYNNGmmExMmAgaYIpECnij1PTU8oyNpimnqcJzvrftKWRgVpWXwLHooJ0xq6WZEGeAmJnXIYS1T4SFSQJvqAirNKE4SSdf45jj8YIKzHC9RDubeNvUE0hIajSA0lK62Uy6WZSU1E5Gni0nTFP1ZSRRIHqqCrl9pwAir3Pbz2mVR53KBNRJ2JTcn6nKVCcpydoKlT/F3JFOFCQEK26XA==',
  xz: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AKRdABcLvBx9AZXAHUo+eRW/ePpNnj3OTOpzG7tHTo59BovV/78mhDiFdYNGgSya7qttXvx51j+6pimfwrtQT+acHXsfqqGHQtw5bLzmQj7pyG/KmWIukUwUz2Crbnpp4fv9NaaUZ42buJfH9eUy1ZimD/kbyBfgGDe/kA90OCrwJRGid3EuyFaBs7vT2BiYhRdtpxdzzeCG2hcsXQwYtMugntQI7fQAAGi6/GN5Eyf+AAHAAYBQAABSezhuscRn+wIAAAAABFla',
  zstd: 'KLUv/WQAJ3UEABLFEBWgpW223eP++77Q/77d3d6UYP7Q6ykeAzp7vpoDYp35h7tOhXiolAjBzQZPETVgAIW4UGrZbKGCUHCaL3XvzP1/FxIcoNBKcGHSHFBDLSw3RMB6Zaf/GJUh7DQAVuE9MbXOMGABGhOyRyUwaiGHAVLOQDNt5YCN9AKnaE8dcaUwASb9OlgH9UGfqA4dO2Sk',
} as const;
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const plain = decompress(bytes(ARCHIVES.gzip));

describe('unpacking', () => {
  it.each(Object.entries(ARCHIVES))('reads what %s wrote', (format, base64) => {
    const result = decompress(bytes(base64));
    expect(result).toMatchObject({ format });
    expect(result).toHaveProperty('bytes', plain.bytes);
    const { entries, error } = readTar(result.bytes);
    expect(result.error ?? error).toBeUndefined();
    expect(entries.map(({ path, type, size }) => [path, type, size])).toEqual([
      ['./', 'dir', 0], ['./d/', 'dir', 0], ['./d/f', 'file', 6], ['./l', 'symlink', 0], ['./rep', 'file', 3000],
    ]);
  });

  it('leaves alone what is not compressed, or in a way that ADD does not know', () => {
    const text = new TextEncoder().encode('text');
    expect(decompress(text)).toEqual({ bytes: text, format: 'none' });
    expect(decompress(brotliCompressSync(text))).toMatchObject({ format: 'none' });
  });

  it('stops at a bomb', () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(4_000_000)));
    expect(decompress(bomb, 1_000_000)).toHaveProperty('error', 'larger than 1000000 bytes');
    expect(decompress(bomb)).not.toHaveProperty('error');
  });

  it('never throws on data that is cut off or broken', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ARCHIVES)), fc.nat(400), fc.nat(255), fc.nat(400), (base64, at, byte, length) => {
        const broken = bytes(base64).slice(0, length);
        if (at < length && at > 5) broken[at] = byte;
        expect(decompress(broken, 10_000_000).bytes.length).toBeLessThanOrEqual(10_000_000);
      }),
      { seed: 1, numRuns: 400 },
    );
  });
});
