import { expect, test } from './fixtures.ts';
import { Bench, scene } from './workbench.ts';

test('completes instructions, stages, paths of the context and base images', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const list = page.getByRole('listbox', { name: 'Completions' });
  const offers = async (typed: string, expected: string) => {
    await bench.editor('Dockerfile').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(typed);
    await expect(list.getByRole('option', { name: new RegExp(expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.type('\n');
  };
  await offers('HEAL', 'HEALTHCHECK');
  await offers('COPY --from=bu', 'build');
  await offers('COPY gree', 'greet/');
  await offers('FROM golang:1.2', 'golang:1.22');
});

test('says what an instruction does when the pointer rests on it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.editor('Dockerfile').getByText('WORKDIR').first().hover();
  await expect(page.getByRole('tooltip').or(page.locator('.cm-tooltip')).first()).toContainText(/directory/i);
});

test('mends a misspelt instruction with one key', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.replace('Dockerfile', 'FROM golang:1.22\nCOPPY . .\n');
  await expect(page.getByRole('button', { name: 'Change to COPY' })).toBeVisible();
  await page.getByRole('button', { name: 'Change to COPY' }).click();
  await expect(bench.editor('Dockerfile')).toContainText('COPY . .');
  await expect(bench.step('COPY everything')).toContainText('Will rebuild');
});

test('renames a stage everywhere it is named, and nothing has to rebuild', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.editor('Dockerfile').getByText('build', { exact: true }).first().click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: /name/i });
  await field.fill('compile');
  await field.press('Enter');
  await expect(bench.editor('Dockerfile')).toContainText('AS compile');
  await expect(bench.editor('Dockerfile')).toContainText('--from=compile');
  await expect(bench.step('RUN go mod download')).toContainText('Cached');
  await expect(bench.step(scene.golang)).toContainText('Cached');
});
