import { describe, expect, it } from 'vitest';
import { helpLink } from './links.ts';

describe('a link that hides help', () => {
  it('says in its query what is hidden, and nothing where nothing is', () => {
    expect(helpLink('/learn/mounts/', 'https://example.org', 'none')).toBe('https://example.org/learn/mounts/?help=none');
    expect(helpLink('/at/learn/mounts/', 'http://localhost:4173', 'hints')).toBe('http://localhost:4173/at/learn/mounts/?help=hints');
    expect(helpLink('/learn/mounts/?help=none', 'https://example.org', 'all')).toBe('https://example.org/learn/mounts/');
  });
});
