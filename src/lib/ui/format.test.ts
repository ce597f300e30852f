import { afterEach, describe, expect, it } from 'vitest';
import { english, languageOf, speak } from '#messages/index.ts';
import { exactBytes, formatBytes, formatBytesChange, formatCount, formatDuration } from './format.ts';

afterEach(() => speak(english));

const written = () => [formatDuration(6_800), formatBytes(24_310), formatBytes(3_420_000, 2), formatBytesChange(-1_200), exactBytes(1_312), formatCount(12_345)].map((text) => text.replace('\u202f', ' '));

describe('numbers of the interface', () => {
  it('have the signs of the reader’s language', async () => {
    expect(written()).toEqual(['6.8 s', '24.3 kB', '3.42 MB', '−1.2 kB', '1,312 B', '12,345']);
    speak(await languageOf('de'));
    expect(written()).toEqual(['6,8 s', '24,3 kB', '3,42 MB', '−1,2 kB', '1.312 B', '12.345']);
  });
});
