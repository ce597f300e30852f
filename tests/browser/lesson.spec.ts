import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const hub = '/learn/images-and-registries/';

/** The lesson as its author wrote it: what is asked, and answers on file. */
const folder = new URL('../../src/lessons/images-and-registries/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, folder), 'utf8'));

interface Predicted {
  readonly predict: string;
  readonly says: string;
  readonly steps: Readonly<Record<string, 'hit' | 'miss' | 'not-needed'>>;
}

interface Quizzed {
  readonly quiz: string;
  readonly options: readonly { readonly right?: boolean }[];
}

interface Task {
  readonly title: string;
  readonly solutions: readonly { readonly files?: Readonly<Record<string, string>>; readonly commands?: readonly string[] }[];
}

const questions = read('questions.yaml') as readonly (Predicted | Quizzed)[];
const tasks = readdirSync(new URL('exercises/', folder))
  .sort()
  .map((name) => read(`exercises/${name}`) as Task);
const letters = { hit: 'h', miss: 'm', 'not-needed': 'n' } as const;

/** A lesson as its reader meets it. With `reach` nothing but keys is used. */
class Lesson {
  readonly page: Page;
  readonly bench: Locator;
  readonly beside: Locator;
  readonly notes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bench = page.getByRole('region', { name: 'Bench', exact: true });
    this.beside = page.getByRole('complementary', { name: 'Exercises and notes' });
    this.notes = page.getByRole('textbox', { name: 'Notes' });
  }

  /** Goes to the page. */
  async visit(path = hub): Promise<void> {
    await this.page.goto(path);
  }

  /** And until the engine, the editor and the graph are there. */
  async open(path = hub): Promise<void> {
    await this.visit(path);
    await expect(this.editor('Dockerfile')).toBeVisible();
    await expect(this.page.getByRole('tree', { name: 'Build graph' })).toBeAttached();
  }

  editor(path: string): Locator {
    return this.bench.getByRole('textbox', { name: `${path}, text` });
  }

  card(title: string): Locator {
    return this.beside.getByRole('article', { name: title });
  }

  /** Tab or Shift Tab until something has the focus. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let press = 0; press < 300; press++) {
      const way = await target.evaluate((wanted) => {
        const now = document.activeElement ?? document.body;
        if (now === wanted) return 'here';
        return now === document.body || now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING ? 'on' : 'back';
      });
      if (way === 'here') return;
      // The editor and the terminal keep Tab for themselves until Escape was pressed.
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error('Tab does not lead there');
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  /** Predicts with a letter for each step, in their order, and reveals. */
  async predict({ predict, steps }: Predicted): Promise<void> {
    const card = this.page.locator(`#predict-${predict}`);
    const said = Object.values(steps);
    await this.press(card.getByRole('button', { name: /^Predict \d/ }));
    await expect(card.getByRole('radiogroup').first().getByRole('radio').first()).toBeFocused();
    for (const guess of said) await this.page.keyboard.press(letters[guess]);
    await this.press(card.getByRole('button', { name: 'Build and reveal' }));
    await expect(card.getByText(`First try: ${said.length} of ${said.length} right`)).toBeVisible();
  }

  /** Chooses what is right, and answers. */
  async answer({ quiz, options }: Quizzed): Promise<void> {
    const card = this.page.locator(`#quiz-${quiz}`);
    const right = options.flatMap((option, at) => (option.right ? [at] : []));
    if (right.length > 1) {
      for (const at of right) {
        await this.reach(card.getByRole('checkbox').nth(at));
        await this.page.keyboard.press('Space');
      }
    } else {
      await this.reach(card.getByRole('radio').first());
      await this.page.keyboard.press('Space');
      for (let at = 0; at < right[0]!; at++) await this.page.keyboard.press('ArrowDown');
    }
    await this.press(card.getByRole('button', { name: 'Answer' }));
    await expect(card.getByText('First try: right')).toBeVisible();
  }

  /** Writes the files and types the lines of an answer; builds where no line does. */
  async solve({ title, solutions: [answer] }: Task): Promise<void> {
    for (const [path, text] of Object.entries(answer?.files ?? {})) {
      if (!(await this.editor(path).isVisible())) await this.create(path);
      await this.write(path, text);
    }
    if (answer?.commands) await this.type(...answer.commands);
    else await this.page.keyboard.press('Control+Enter');
    await this.passed(title);
  }

  async create(path: string): Promise<void> {
    await this.reach(this.bench.getByRole('tab', { selected: true }).first());
    await this.page.keyboard.press('Home');
    await this.press(this.bench.getByRole('button', { name: 'New file' }));
    await expect(this.page.getByRole('textbox', { name: 'Path in the context' })).toBeFocused();
    await this.page.keyboard.type(path);
    await this.page.keyboard.press('Enter');
  }

  async start(title: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Start: ${title}` }));
    await expect(this.beside).toBeFocused();
    await expect(this.card(title).getByRole('list', { name: `Checks of ${title}` }).getByText('Does not hold').first()).toBeAttached();
  }

  async write(path: string, text: string): Promise<void> {
    await this.reach(this.editor(path));
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  async type(...lines: readonly string[]): Promise<void> {
    await this.reach(this.bench.getByRole('tab', { selected: true }).nth(1));
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('ArrowRight');
    await expect(this.bench.getByRole('tab', { name: 'Terminal' })).toHaveAttribute('aria-selected', 'true');
    const prompt = this.bench.getByRole('textbox', { name: /^Command/ });
    for (const line of lines) {
      await this.reach(prompt);
      await this.page.keyboard.type(line);
      await this.page.keyboard.press('Enter');
      await expect(prompt).toHaveValue('');
    }
  }

  async passed(title: string): Promise<void> {
    await expect(this.card(title).getByText('All checks hold.')).toBeVisible();
  }
}

test.describe('the first lesson', () => {
  // Builds are told by their end at once.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('is done from its first question to its notes with the keyboard alone', async ({ page }) => {
    test.setTimeout(120_000);
    const lesson = new Lesson(page);
    await lesson.open();

    await test.step('questions', async () => {
      for (const question of questions) await ('predict' in question ? lesson.predict(question) : lesson.answer(question));
    });

    for (const task of tasks) {
      await test.step(task.title, async () => {
        await lesson.start(task.title);
        await lesson.solve(task);
      });
    }

    await test.step('cheat sheet, interview, notes', async () => {
      await lesson.press(page.getByRole('button', { name: 'Run docker images', exact: true }));
      await expect(lesson.bench.getByRole('tab', { name: 'Terminal' })).toHaveAttribute('aria-selected', 'true');
      const question = page.locator('details.reveal summary').first();
      await lesson.press(question);
      await expect(page.locator('details.reveal').first().locator('.prose')).toBeVisible();
      await lesson.reach(lesson.notes);
      await page.keyboard.type('Content is stored, cached and sent.');
      await expect(lesson.beside.getByText('Saved', { exact: true })).toBeVisible();
    });

    const all = `${questions.length + tasks.length} of ${questions.length + tasks.length} done`;
    await expect(page.getByText(all)).toBeVisible();
    await expect(page.getByRole('banner').getByText('80 XP')).toBeVisible();
    await page.reload();
    await expect(lesson.notes).toHaveValue('Content is stored, cached and sent.');
    await expect(page.getByText(all)).toBeVisible();
  });
});

test('a shown solution asks first, is set beside the reader’s file, and earns nothing', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open();
  const { title } = tasks[0]!;
  await lesson.beside.getByRole('button', { name: title }).click();
  const card = lesson.card(title);
  await card.getByRole('button', { name: /^Try it/ }).click();
  await expect(lesson.bench.getByText('RUN go mod download will rebuild because the step before it will run.')).toBeVisible();
  await card.getByRole('button', { name: 'Back to my work' }).click();
  await card.getByRole('button', { name: 'Hint 1 of 3' }).click();
  await expect(card.getByRole('list', { name: 'Hints' })).toContainText('go mod download');
  await card.getByRole('button', { name: 'Show solution, no XP' }).click();
  await card.getByRole('button', { name: 'Show solution', exact: true }).click();
  await expect(card.getByRole('region', { name: 'Solution' })).toContainText('COPY go.mod go.sum ./');
  await card.getByRole('button', { name: 'Put it on the bench' }).click();
  await lesson.passed(title);
  await expect(card.getByText(/^No XP, 1 move/)).toBeVisible();
  await expect(page.getByRole('banner').getByText('0 XP')).toBeVisible();
});

test('a teacher’s link withholds solutions, or hints too, and stays with the reader', async ({ page }) => {
  const lesson = new Lesson(page);
  const { title } = tasks[0]!;
  for (const [help, hints] of [['none', 0], ['hints', 1]] as const) {
    await lesson.open(`${hub}?help=${help}`);
    await lesson.beside.getByRole('button', { name: title }).click();
    await expect(lesson.card(title).getByText('Does not hold').first()).toBeAttached();
    await expect(lesson.card(title).getByRole('button', { name: /^Hint/ })).toHaveCount(hints);
    await expect(lesson.card(title).getByRole('button', { name: /solution/i })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Next lesson/ })).toHaveAttribute('href', new RegExp(`help=${help}$`));
  }
  await page.getByRole('navigation', { name: 'Course' }).first().getByRole('link', { name: 'Learn', exact: true }).click();
  const row = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Images & Registries' }) });
  for (const link of await row.getByRole('link').all()) if (!(await link.getAttribute('href'))?.startsWith('#')) await expect(link).toHaveAttribute('href', /\?help=hints/);
});

test('the lines of the text run in the scene, and wait while a prediction is under way', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open();
  const { title } = tasks[0]!;
  const on = lesson.bench.getByRole('combobox', { name: 'On the bench' });
  const line = page.getByRole('button', { name: 'Run docker images', exact: true });
  await lesson.beside.getByRole('button', { name: title }).click();
  await expect(page.getByText('Paused: an exercise is on the bench.')).toBeVisible();
  await line.click();
  await expect(on).toHaveValue('scene');
  await expect(lesson.bench.getByRole('log')).toContainText('docker images');
  await lesson.bench.getByRole('button', { name: `Back to the exercise: ${title}` }).click();
  await expect(on).toHaveValue(/^exercise /);

  const question = questions.find((one) => 'predict' in one) as Predicted;
  const card = page.locator(`#predict-${question.predict}`);
  await card.getByRole('button', { name: /^Predict \d/ }).click();
  await expect(card.getByRole('radio').first()).toBeFocused();
  await expect(line).toBeDisabled();
  await expect(lesson.bench.getByRole('button', { name: 'Mark all steps first' })).toBeDisabled();
  await page.keyboard.press('h');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByRole('radiogroup').nth(1).getByRole('radio').first()).toBeFocused();
  await expect(card.getByText(/^First try/)).toHaveCount(0);
  await card.getByRole('button', { name: /^Stop/ }).click();
  await expect(line).toBeEnabled();
});

test('a first answer is there after a reload, with what it says', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.visit();
  const question = questions.find((one) => 'quiz' in one) as Quizzed;
  const card = page.locator(`#quiz-${question.quiz}`);
  const wrong = question.options.findIndex(({ right }) => right !== true);
  await card.locator('input').nth(wrong).check();
  await card.getByRole('button', { name: 'Answer' }).click();
  await expect(card.getByText('First try: wrong')).toBeVisible();
  for (const link of await card.getByRole('link').all()) await expect(link).toHaveAttribute('target', '_blank');
  await page.reload();
  await expect(card.locator('input').nth(wrong)).toBeChecked();
  await expect(card.getByText(/^Not (right|all of it)\./)).toBeVisible();
});

test('the bench follows the text until it is told not to', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open();
  const tab = (name: string) => lesson.bench.getByRole('tab', { name });
  await page.getByRole('button', { name: 'Beside: Layers' }).evaluate((mark) => scrollTo(0, mark.getBoundingClientRect().top + scrollY - 200));
  await expect(tab('Layers')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('checkbox', { name: 'Bench follows the text' }).uncheck();
  await page.getByRole('button', { name: 'Beside: Graph' }).first().evaluate((mark) => scrollTo(0, mark.getBoundingClientRect().top + scrollY - 200));
  await expect(page.getByRole('button', { name: 'Beside: Graph' }).first()).toBeInViewport();
  await expect(tab('Layers')).toHaveAttribute('aria-selected', 'true');
});

test('what is tried stays apart from the reader’s work, and a build that cannot start has hints', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open();
  const { title, solutions } = tasks[0]!;
  await lesson.beside.getByRole('button', { name: title }).click();
  const card = lesson.card(title);
  await card.getByRole('button', { name: /^Try it/ }).first().click();
  await expect(lesson.bench.getByText('Trying: edit main.go')).toBeVisible();
  await expect(lesson.editor('main.go')).toHaveCount(0);
  await expect(lesson.bench.getByRole('button', { name: 'Build', exact: true })).toBeDisabled();
  await lesson.bench.getByRole('button', { name: 'Back to my work' }).click();
  await expect(lesson.bench.getByText('Trying: edit main.go')).toHaveCount(0);

  await lesson.write('Dockerfile', 'FRM x\n');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText(/^The last build failed: .*FRM/)).toHaveCount(1);
  await expect(card.getByText('Not known, since the last build failed.').first()).toBeVisible();
  await expect(card.getByRole('button', { name: /^Hint 1/ })).toBeEnabled();

  await lesson.write('Dockerfile', solutions[0]!.files!['Dockerfile']!);
  await page.keyboard.press('Control+Enter');
  await lesson.passed(title);
  await lesson.type('docker images');
  await lesson.bench.getByRole('button', { name: 'Undo docker images' }).click();
  await lesson.bench.getByRole('button', { name: 'Undo build' }).click();
  await expect(card.getByText('All checks hold.')).toHaveCount(0);
});

test('without scripts the whole text is there, with its questions, tasks and answers, and the scene as a drawing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(hub);
  await expect(page.getByRole('heading', { name: 'Images & Registries' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Dockerfile' })).toContainText('FROM golang:1.22 AS build');
  await expect(page.getByText('Editing main.go leaves go mod download cached')).toBeVisible();
  await page.locator('details.reveal summary').first().click();
  await expect(page.locator('details.reveal').first().locator('.prose')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bench', exact: true })).toBeHidden();
  expect(await page.content()).not.toContain('Name what the download reads');
  await context.close();
});

test('on a phone text, bench and exercise are one at a time, and nothing goes sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const lesson = new Lesson(page);
  await lesson.visit();
  const foot = page.getByRole('navigation', { name: 'Views' });
  await foot.getByRole('button', { name: 'Exercise' }).click();
  await lesson.beside.getByRole('button', { name: tasks[2]!.title }).click();
  await expect(lesson.card(tasks[2]!.title).getByText('Does not hold').first()).toBeAttached();
  await foot.getByRole('button', { name: 'Bench' }).click();
  await expect(lesson.bench).toBeVisible();
  await lesson.bench.getByRole('tab', { name: 'Dockerfile' }).click();
  await expect(lesson.editor('Dockerfile')).toBeVisible();
  await foot.getByRole('button', { name: 'Text' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Run docker images', exact: true }).click();
  await expect(lesson.bench.getByRole('tab', { name: 'Terminal' })).toHaveAttribute('aria-selected', 'true');
});

test('on a phone the bench of the longest exercise is as wide as the screen', async ({ page }) => {
  const lesson = new Lesson(page);
  const longest = tasks.reduce((a, b) => (b.title.length > a.title.length ? b : a));
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 780 });
    await lesson.visit();
    const foot = page.getByRole('navigation', { name: 'Views' });
    await foot.getByRole('button', { name: 'Exercise' }).click();
    await lesson.beside.getByRole('button', { name: longest.title }).click();
    await foot.getByRole('button', { name: 'Bench' }).click();
    await expect(lesson.bench.getByRole('combobox', { name: 'On the bench' })).toHaveValue(/^exercise /);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const name of ['Start over', 'Build']) {
      const box = await lesson.bench.getByRole('button', { name, exact: true }).boundingBox();
      expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    }
  }
});

for (const scheme of ['light', 'dark'] as const) {
  test(`a lesson has no axe violations, ${scheme}, as text, at work and with a hint, on three widths`, async ({ page }) => {
    test.setTimeout(120_000);
    const lesson = new Lesson(page);
    const { title } = tasks[2]!;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const width of [1440, 1000, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await lesson.visit();
      const foot = page.getByRole('navigation', { name: 'Views' });
      if (width === 390) await foot.getByRole('button', { name: 'Exercise' }).click();
      await lesson.beside.getByRole('button', { name: title }).click();
      await lesson.card(title).getByRole('button', { name: /^Hint 1/ }).click();
      for (const pane of width === 390 ? ['Text', 'Bench', 'Exercise'] : ['']) {
        if (pane !== '') await foot.getByRole('button', { name: pane }).click();
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${width} ${pane} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      }
    }
  });
}
