import { expect, test } from './fixtures.ts';
import { Bench, scene } from './workbench.ts';

test.describe('whatever happens', () => {
  test('a worker that is killed is replaced, and nothing is lost', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('main.go', '// survives\n');
    await expect(bench.step(scene.sources)).toContainText('Will rebuild');
    const [worker] = page.workers();
    expect(worker).toBeDefined();
    await worker!.evaluate(() => self.close());
    await expect(page.getByText('The engine stopped and was started again')).toBeVisible();
    await bench.build(2);
    await bench.states({ [scene.sources]: /Rebuilt/, [scene.modules]: /Cached/ });
    await expect(bench.editor('main.go')).toContainText('// survives');
  });

  test('work is there again after a reload', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('main.go', '// kept\n');
    await bench.build(2);
    await bench.append('README.md', 'Also kept.\n');
    await page.reload();
    await bench.ready();
    await expect(bench.builds.getByRole('radio')).toHaveCount(3);
    await bench.states({ [scene.sources]: /Will rebuild/, [scene.binary]: /Cached|Will stay/ });
    await bench.file('main.go').click();
    await expect(bench.editor('main.go')).toContainText('// kept');
  });

  test('a corrupt store is set aside and reported, and the page works', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('layerscope');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const write = opening.result.transaction('work', 'readwrite');
            write.objectStore('work').put({ version: 1, log: 'garbage' }, 'layerscope/work');
            write.oncomplete = () => resolve();
          };
        }),
    );
    await page.reload();
    await bench.ready();
    await expect(page.getByText('The saved work could not be read')).toBeVisible();
    await bench.append('main.go', '// works\n');
    await expect(bench.step(scene.sources)).toContainText('Will rebuild');
  });

  const texts: Readonly<Record<string, string>> = {
    'an unknown instruction': 'FROM golang:1.22\nCOPPY . .\n',
    nothing: '',
    'a comment alone': '# nothing here\n',
    'no FROM': 'RUN echo hi\n',
    'an unterminated heredoc': 'FROM alpine\nRUN <<EOF\necho hi\n',
    'bytes that are no Dockerfile': '\u0000\u0001\ufffd\u202e{{[[""]]}}\n\\\n\\\n',
    'markup': '<script>alert(1)</script>\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(`a Dockerfile with ${name} gives a diagnostic with its place, and a good one builds again`, async ({ page }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const bench = new Bench(page);
      await bench.open();
      await bench.replace('Dockerfile', text);
      await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeDisabled();
      await page.getByRole('tab', { name: /Problems/ }).click();
      await expect(page.getByRole('tabpanel', { name: /Problems/ })).toContainText(/line \d|Dockerfile/i);
      await bench.replace('Dockerfile', 'FROM alpine\nRUN echo hi > /greeting\n');
      await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
      await bench.build(2);
      await expect(bench.step('RUN echo hi')).toContainText('Rebuilt');
      expect(faults).toEqual([]);
    });
  }

  test('ten megabytes pasted into the Dockerfile give a diagnostic and leave the page responsive', async ({ page }) => {
    test.setTimeout(120_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const bench = new Bench(page);
    await bench.open();
    await bench.editor('Dockerfile').click();
    await page.keyboard.press('Control+a');
    await bench.editor('Dockerfile').evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'this is no instruction at all, line after line\n'.repeat(220_000));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeDisabled({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Undo / }).click();
    await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled({ timeout: 60_000 });
    await bench.states({ [scene.compile]: /Cached/ });
    expect(faults).toEqual([]);
  });

  test('file names with spaces, quotes, markup and right-to-left letters are files like any other', async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const bench = new Bench(page);
    await bench.open();
    for (const name of ['two words.txt', `it's "quoted".txt`, 'שלום.txt', '<b>bold</b>.txt']) {
      await page.getByRole('button', { name: 'New file' }).click();
      await bench.create(name);
      await bench.editor(name).click();
      await page.keyboard.type('hello');
      await expect(bench.step(scene.sources)).toContainText('Will rebuild');
    }
    await bench.build(2);
    await bench.states({ [scene.sources]: /Rebuilt/, [scene.binary]: /Cached/ });
    await page.reload();
    await bench.ready();
    await expect(bench.file('two words.txt')).toBeVisible();
    expect(faults).toEqual([]);
  });
});
