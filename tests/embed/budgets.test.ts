import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { budgets, checkBudgets, measure } from '../../.config/budgets.mjs';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A script that nothing makes smaller: about this many bytes after gzip. */
const heavy = (bytes: number): string => `export const x = "${randomBytes(bytes).toString('latin1').replace(/[^ -!#-[\]-~]/g, '.')}${randomBytes(Math.ceil(bytes / 2)).toString('hex')}";`;

function built(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'layerscope-budgets-'));
  made.push(folder);
  const whole = { 'embed/layer-scope.js': 'import "./parts/a.js"; import("./parts/later.js");', 'embed/parts/a.js': 'export {};', 'e/some/index.html': '<script type="module" src="../../_app/start.js"></script>', '_app/start.js': 'export {};', ...files };
  for (const [path, text] of Object.entries(whole)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, 'latin1');
  }
  return folder;
}

function checked(files: Readonly<Record<string, string>>) {
  const printed: string[] = [];
  const fine = checkBudgets(built(files), (line) => printed.push(line));
  return { fine, table: printed.join('\n') };
}

describe('the budgets of a build', () => {
  it('are kept by small scripts', () => {
    const { fine, table } = checked({});
    expect(fine).toBe(true);
    expect(table).toContain('embed/layer-scope.js');
    expect(table).toContain(join('e', 'some', 'index.html'));
  });

  it('fail on an element that is too large, also where that comes with what it imports', () => {
    expect(checked({ 'embed/layer-scope.js': heavy(budgets.element) })).toMatchObject({ fine: false, table: expect.stringContaining('too large') as string });
    expect(checked({ 'embed/parts/a.js': heavy(budgets.element) }).fine).toBe(false);
  });

  it('do not count what is loaded later', () => {
    expect(checked({ 'embed/parts/later.js': heavy(budgets.element), '_app/start.js': 'import("./later.js")', '_app/later.js': heavy(budgets.scene) }).fine).toBe(true);
  });

  it('fail on one page of a scene that is too large: by its scripts, what it preloads, and what its inline script imports', () => {
    const large = heavy(budgets.scene);
    for (const html of ['<script src="../../_app/large.js"></script>', '<link rel="modulepreload" href="../../_app/large.js">', '<link href="../../_app/large.js" rel="modulepreload">', '<script>import("../../_app/large.js")</script>']) {
      expect(checked({ 'e/other/index.html': html, '_app/large.js': large }).fine, html).toBe(false);
    }
  });

  it('count a script once, however often it is named', () => {
    const half = heavy(budgets.element / 3);
    const folder = built({ 'embed/layer-scope.js': 'import "./parts/a.js"; export * from "./parts/b.js";', 'embed/parts/a.js': `import "./b.js"; ${half}`, 'embed/parts/b.js': half.replace('const x', 'const y') });
    expect(measure(folder).find(({ kind }) => kind === 'element')!.bytes).toBeLessThan(budgets.element);
  });

  it('fail where nothing was built that they are for', () => {
    const { fine, table } = checked({ 'e/some/index.html': '' });
    expect([fine, table]).toEqual([true, expect.stringContaining('0.0 kB')]);
    const folder = mkdtempSync(join(tmpdir(), 'layerscope-budgets-'));
    made.push(folder);
    mkdirSync(join(folder, 'embed'));
    writeFileSync(join(folder, 'embed', 'layer-scope.js'), '');
    expect(checkBudgets(folder, () => {})).toBe(false);
  });
});
