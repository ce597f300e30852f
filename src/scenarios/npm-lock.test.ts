import { describe, expect, it } from 'vitest';
import { npmLock } from './npm-lock.ts';

describe('a lock file made from rows', () => {
  it('fetches every package under its own name, also one with a scope and one that lies below another', () => {
    const rows = `@acme/payments 3.1.0 from:https://npm.acme.example
chalk/node_modules/ansi-styles 4.3.0
pino 9.7.0 bin:pino=bin.js`;
    const { packages } = JSON.parse(npmLock('{ "name": "billing", "version": "2.0.0" }', rows)) as { packages: Record<string, { resolved?: string }> };
    expect(Object.entries(packages).map(([path, { resolved }]) => [path, resolved])).toEqual([
      ['', undefined],
      ['node_modules/@acme/payments', 'https://npm.acme.example/@acme/payments/-/payments-3.1.0.tgz'],
      ['node_modules/chalk/node_modules/ansi-styles', 'https://registry.npmjs.org/ansi-styles/-/ansi-styles-4.3.0.tgz'],
      ['node_modules/pino', 'https://registry.npmjs.org/pino/-/pino-9.7.0.tgz'],
    ]);
  });
});
