/** What a person does at the workbench, in their words: the tests' only knowledge of its elements. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Bench {
  readonly page: Page;
  readonly files: Locator;
  readonly graph: Locator;
  readonly why: Locator;
  readonly log: Locator;
  readonly builds: Locator;
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = page.getByRole('region', { name: 'Files' });
    this.graph = page.getByRole('tree', { name: 'Build graph' });
    this.why = page.getByRole('region', { name: 'Why' });
    this.log = page.getByRole('log', { name: 'Build log' });
    this.builds = page.getByRole('radiogroup', { name: 'Builds' }).first();
    this.said = page.getByRole('status').first();
  }

  /** Opens the page and waits until the engine and the editor are there. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
    await expect(this.editor('Dockerfile')).toBeVisible();
    await expect(this.graph).toBeAttached();
  }

  editor(path: string): Locator {
    return this.page.getByRole('textbox', { name: `${path}, text` });
  }

  file(name: string): Locator {
    return this.files.getByRole('treeitem', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });
  }

  /** Opens a file and types at its end. */
  async append(path: string, text: string): Promise<void> {
    if (path !== 'Dockerfile') {
      await this.file(path).click();
    }
    await this.editor(path).click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(text);
  }

  /** Puts a whole text in the place of a file's. */
  async replace(path: string, text: string): Promise<void> {
    await this.editor(path).click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** Makes a file through the dialog of the tree's menu, or of the button. */
  async create(path: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Path in the context' }).fill(path);
    await this.page.keyboard.press('Enter');
    await expect(this.editor(path)).toBeVisible();
  }

  async precise(): Promise<void> {
    await this.why.getByText('Precise', { exact: true }).click();
  }

  async menu(file: string, item: string): Promise<void> {
    await this.file(file).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  }

  /** Builds, and waits for the end of the playback. */
  async build(number: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Build', exact: true }).click();
    await expect(this.said).toContainText(`Build ${number}:`);
    await this.page.getByRole('slider', { name: 'Playhead' }).press('End');
  }

  /** Does what stands behind More. */
  async more(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** A step of the graph by its stage and number, as it is read out. */
  step(instruction: string): Locator {
    return this.graph.getByRole('treeitem').filter({ hasText: instruction }).filter({ hasText: /^\s*Step/ });
  }

  /** Every step of the graph has a state in these words. */
  async states(expected: Readonly<Record<string, RegExp>>): Promise<void> {
    for (const [instruction, state] of Object.entries(expected)) await expect(this.step(instruction), instruction).toHaveText(state);
  }

  /** Moves the selection to a step with the keyboard, as a person at the graph does. */
  async select(instruction: string): Promise<void> {
    const id = await this.step(instruction).getAttribute('id');
    await this.graph.focus();
    await this.page.keyboard.press('Home');
    for (let i = 0; i < 40 && (await this.graph.getAttribute('aria-activedescendant')) !== id; i++) {
      const before = await this.graph.getAttribute('aria-activedescendant');
      await this.page.keyboard.press('ArrowDown');
      if ((await this.graph.getAttribute('aria-activedescendant')) === before) {
        await this.page.keyboard.press('Home');
        await this.page.keyboard.press('ArrowRight');
      }
    }
    await this.page.keyboard.press('Enter');
  }
}

/** The steps of the first scene as they are read out. */
export const scene = {
  golang: 'FROM golang',
  workdir: 'WORKDIR /src',
  modules: 'COPY go.* to',
  download: 'RUN go mod download',
  sources: 'COPY everything to',
  compile: 'RUN CGO_ENABLED=0 go build',
  distroless: 'FROM gcr.io/distroless/static',
  binary: 'COPY from build',
} as const;
