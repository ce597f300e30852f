import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

/** The terminal as somebody uses it who only types. */
class Terminal extends Bench {
  readonly screen = this.page.getByRole('log', { name: 'Terminal' });
  readonly line = this.page.getByRole('textbox', { name: /^Command/ });

  async sitDown(): Promise<void> {
    await this.open();
    await this.page.getByRole('tab', { name: 'Terminal' }).click();
    await expect(this.line).toBeVisible();
  }

  /** Types a line and waits until it has run and played. */
  async type(line: string): Promise<void> {
    const before = await this.screen.getByText('$', { exact: false }).count();
    await this.line.fill(line);
    await this.line.press('Enter');
    await expect.poll(() => this.screen.getByText('$', { exact: false }).count()).toBeGreaterThan(before);
    await expect(this.line).toBeEditable({ timeout: 20_000 });
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('a build that is typed plays in the graph and stands in the history', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.type('echo "// more" >> main.go');
  await expect(terminal.editor('main.go')).toContainText('// more');
  await terminal.type('docker build -t ghcr.io/me/app:1.0.1 .');
  await expect(terminal.screen).toContainText('RUN CGO_ENABLED=0 go build -o /app');
  await expect(terminal.screen).toContainText('naming to ghcr.io/me/app:1.0.1');
  await expect(terminal.builds.getByRole('radio')).toHaveCount(2);
  await terminal.type('docker images');
  await expect(terminal.screen).toContainText(/ghcr\.io\/me\/app\s+1\.0\.1/);
});

test('a push needs a login, sends what is missing, and is drawn', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.type('docker push ghcr.io/me/app:1.0.0');
  await expect(terminal.screen).toContainText('denied');
  await terminal.type('docker login ghcr.io -u me -p invented-token');
  await expect(terminal.screen).toContainText('Login Succeeded');
  await terminal.type('docker push ghcr.io/me/app:1.0.0');
  await expect(terminal.screen).toContainText(/1\.0\.0: digest: sha256:[0-9a-f]{64}/);
  await page.getByRole('tab', { name: 'Registry' }).click();
  const registry = page.getByRole('region', { name: 'Registry', exact: true });
  await expect(registry).toContainText(/Pushing 1\.0\.0 sent/);
  await expect(registry.getByRole('heading', { name: 'GitHub Container Registry' })).toBeVisible();
  await expect(registry).toContainText('a pull would fetch');
  await page.getByRole('radiogroup', { name: 'Machine' }).getByText('ci', { exact: true }).click();
  await terminal.type('docker login ghcr.io -u me -p invented-token');
  await terminal.type('docker pull ghcr.io/me/app:1.0.0');
  await expect(registry).toContainText(/Pulling 1\.0\.0 brought/);
  expect(await violations(page)).toEqual([]);
});

test('a whole Dockerfile can be pasted, and an ignore file written', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.type("cat > Dockerfile <<'EOF'\nFROM alpine\nCOPY . /src\nEOF");
  await expect(terminal.editor('Dockerfile')).toContainText('FROM alpine');
  await terminal.type('echo README.md >> .dockerignore');
  await terminal.type('docker build -t small .');
  await terminal.type('docker run --rm small ls /src');
  await expect(terminal.screen).toContainText('main.go');
  await page.getByRole('button', { name: /^Undo / }).click();
  await expect(terminal.screen).not.toContainText('docker run --rm small');
});

test('Ctrl C stops a build where it is', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.line.fill('docker build --no-cache .');
  await terminal.line.press('Enter');
  await expect(terminal.screen).toContainText('load build definition');
  await terminal.line.press('Control+c');
  await expect(terminal.screen).toContainText(/context canceled/);
  await expect(terminal.line).toBeEditable();
});

test('the keyboard is enough: recall, completion, search, and Escape to leave', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.type('ls');
  await terminal.line.press('ArrowUp');
  await expect(terminal.line).toHaveValue('ls');
  await terminal.line.fill('docker im');
  await terminal.line.press('Tab');
  await terminal.line.press('Tab');
  await expect(terminal.screen).toContainText('images');
  await terminal.line.press('Control+f');
  await page.keyboard.type('main.go');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(terminal.line).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(terminal.line).not.toBeFocused();
});

test('what was typed survives a reload', async ({ page }) => {
  const terminal = new Terminal(page);
  await terminal.sitDown();
  await terminal.type('docker tag ghcr.io/me/app:1.0.0 app:kept');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await terminal.ready();
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await expect(terminal.screen).toContainText('app:kept');
  await terminal.type('docker images app');
  await expect(terminal.screen).toContainText(/app\s+kept/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the terminal has nothing that hinders, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const terminal = new Terminal(page);
    await terminal.sitDown();
    await terminal.type('docker history ghcr.io/me/app:1.0.0');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'BuildKit' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
