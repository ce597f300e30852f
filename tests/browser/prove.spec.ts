import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

test('the builds so far are saved as an archive for a real builder', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/');
  await bench.append('main.go', '\n// edited\n');
  await bench.build(2);
  await bench.more('Prove it on real Docker');
  const dialog = page.getByRole('dialog', { name: 'Prove it on real Docker' });
  await expect(dialog.getByText('An archive with the 2 builds of laptop so far')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).include('dialog').analyze();
    expect(violations).toEqual([]);
  }
  const arrives = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save archive' }).click();
  const download = await arrives;
  const files = unzipSync(readFileSync(await download.path()));
  const folder = download.suggestedFilename().replace('.zip', '');
  const read = (path: string) => new TextDecoder().decode(files[`${folder}/${path}`]);
  expect(read('prove.sh')).toMatch(/^#!\/bin\/sh\n/);
  expect(read('README.md')).toContain('sh prove.sh');
  expect(read('builds/2/changes.tsv')).toBe('file\tmain.go\t0644\tcontext/main.go\n');
  expect(read('builds/2/context/main.go')).toContain('// edited');
  expect(read('builds/2/expected.tsv')).toContain('[build 5/6] COPY . .\trun\texact\tstep\n');
  expect(read('builds/2/expected.tsv')).toContain('[build 4/6] RUN go mod download\tcached\texact\tcommand\n');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
