import { describe, expect, it } from 'vitest';
import { resolveOwner } from '../../fs/index.ts';
import { bun } from './bun.ts';
import type { CatalogImage } from './catalog-image.ts';
import { mariadb } from './mariadb.ts';
import { mongo } from './mongo.ts';
import { mysql } from './mysql.ts';
import { nginx } from './nginx.ts';
import { node } from './node.ts';
import { postgres } from './postgres.ts';
import { redis } from './redis.ts';

const roots = (image: CatalogImage) => image.releases.map(({ tags, root }) => [tags[0]!, root('amd64')] as const);

describe('images that come with a user', () => {
  it.each(roots(node))('node:%s knows node', (_, root) => {
    expect(resolveOwner(root, 'node:node')).toMatchObject({ uid: 1000, gid: 1000 });
  });

  it.each(roots(nginx))('nginx:%s knows nginx', (_, root) => {
    expect(resolveOwner(root, 'nginx')).toMatchObject({ uid: 101 });
  });

  it.each([['postgres', postgres], ['redis', redis], ['mysql', mysql], ['mysql', mariadb], ['mongodb', mongo], ['bun', bun]] as const)('%s is a user of its image', (name, image) => {
    for (const [, root] of roots(image)) expect(resolveOwner(root, name)).toMatchObject({ uid: expect.any(Number) as number });
  });
});
