import { describe, expect, it } from 'vitest';
import { images } from './images.ts';
import { catalog } from './index.ts';
import { imageOf, isPublished, repositories } from './lookup.ts';

describe('the base images as parts', () => {
  it('are those of the catalog, each under its repository', async () => {
    expect(repositories).toEqual(catalog.map(({ repository }) => repository));
    for (const image of catalog) {
      expect(imageOf(image.repository)).toBe(image);
      expect((await images.get(image.repository)?.fetch())?.repository, image.repository).toBe(image.repository);
    }
  });

  it('are no others', () => {
    expect(isPublished('docker.io/library/nobody-made-this')).toBe(false);
    expect(imageOf('docker.io/library/nobody-made-this')).toBeUndefined();
  });
});
