import { expect, test } from './fixtures.ts';
import { Bench, scene } from './workbench.ts';

const { golang, workdir, modules, download, sources, compile, distroless, binary } = scene;
const cached = /\. Cached/;
const rebuilt = /\. Rebuilt/;
const willRebuild = /\. Will rebuild/;

test.describe('the first scene', () => {
  test('a first build runs every step', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.more('Empty the cache');
    await bench.states({ [workdir]: willRebuild, [modules]: willRebuild, [download]: willRebuild, [sources]: willRebuild, [compile]: willRebuild, [binary]: willRebuild });
    await bench.build(2);
    await bench.states({ [golang]: rebuilt, [workdir]: rebuilt, [modules]: rebuilt, [download]: rebuilt, [sources]: rebuilt, [compile]: rebuilt, [distroless]: rebuilt, [binary]: rebuilt });
    await expect(bench.log).toContainText('[build 6/6] RUN CGO_ENABLED=0 go build -o /app');
    await expect(bench.log).not.toContainText('CACHED');
    await bench.select(compile);
    await expect(bench.why).toContainText('because the cache no longer has it');
  });

  test('building again leaves every step cached', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.build(2);
    await bench.states({ [golang]: cached, [workdir]: cached, [modules]: cached, [download]: cached, [sources]: cached, [compile]: cached, [distroless]: cached, [binary]: cached });
    await expect(bench.log).toContainText(/\[build 5\/6\] COPY \. \.\s+#\d+ CACHED/);
    await expect(bench.said).toContainText('Build 2: 8 cached');
    await expect(bench.said).toContainText('The image is the same.');
  });

  test('an edit of main.go shows what would rebuild before any build, and goes through to the image', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('main.go', '// greets\n');
    await bench.states({ [golang]: cached, [workdir]: cached, [modules]: cached, [download]: cached, [sources]: willRebuild, [compile]: willRebuild, [distroless]: cached, [binary]: willRebuild });
    await expect(bench.step(sources)).toContainText('because main.go changed');
    await expect(page.getByRole('region', { name: 'Editor' })).toContainText('will rebuild');
    await expect(bench.said).toContainText('3 of 8 steps will rebuild');
    await bench.build(2);
    await bench.states({ [golang]: cached, [workdir]: cached, [modules]: cached, [download]: cached, [sources]: rebuilt, [compile]: rebuilt, [distroless]: cached, [binary]: rebuilt });
    await bench.select(sources);
    await expect(bench.why).toContainText('COPY . . rebuilt because main.go changed.');
    await expect(bench.why).toContainText(/main\.go edited\s*digest\s*[0-9a-f]{12}\s*, now\s*[0-9a-f]{12}/);
    await bench.precise();
    await expect(bench.why).toContainText(/main\.go, [\d,]+\sB, now [\d,]+\sB, digest [0-9a-f]{12} now [0-9a-f]{12}/);
    await expect(bench.said).toContainText('The image is new.');
  });

  test('an edit of README.md compiles again, and the wave stops where the binary came out the same', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('README.md', 'Bye.\n');
    await bench.states({ [download]: cached, [sources]: willRebuild, [compile]: willRebuild, [binary]: /Will stay cached|Cached/ });
    await bench.build(2);
    await bench.states({ [modules]: cached, [download]: cached, [sources]: rebuilt, [compile]: rebuilt, [distroless]: cached, [binary]: cached });
    await expect(bench.step(compile)).toContainText('The wave stops here: /app came out the same.');
    await bench.select(binary);
    await expect(bench.why).toContainText('stayed cached: /app came out byte for byte the same.');
    await expect(bench.log).toContainText(/\[stage-1 2\/2\] COPY --from=build \/app \/app\s+#\d+ CACHED/);
    await expect(bench.said).toContainText('The image is the same.');
  });

  test('an edit of go.mod rebuilds everything from COPY go.* on', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('go.mod', '// pinned\n');
    await bench.states({ [golang]: cached, [workdir]: cached, [modules]: willRebuild, [download]: willRebuild, [sources]: willRebuild, [compile]: willRebuild });
    await bench.build(2);
    await bench.states({ [golang]: cached, [workdir]: cached, [modules]: rebuilt, [download]: rebuilt, [sources]: rebuilt, [compile]: rebuilt });
    await bench.select(modules);
    await expect(bench.why).toContainText('rebuilt because go.mod changed.');
    await bench.select(download);
    await expect(bench.why).toContainText('RUN go mod download rebuilt because the step before it ran.');
  });

  test('a new modification time alone rebuilds nothing', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.menu('main.go', 'Touch');
    await expect(bench.said).toContainText('Nothing will rebuild.');
    await bench.build(2);
    await bench.states({ [modules]: cached, [download]: cached, [sources]: cached, [compile]: cached, [binary]: cached });
    await bench.select(sources);
    await bench.precise();
    await expect(bench.why).toContainText('Touching a file changes nothing.');
  });

  test('a change that .dockerignore keeps out rebuilds nothing', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.menu('bin', 'New file…');
    await bench.create('bin/notes.txt');
    await bench.editor('bin/notes.txt').click();
    await page.keyboard.type('local only');
    await expect(bench.said).toContainText('Nothing will rebuild.');
    await bench.build(2);
    await bench.states({ [modules]: cached, [download]: cached, [sources]: cached, [compile]: cached, [binary]: cached });
  });

  test('a build can be replayed: played, paused, stepped, scrubbed and sped up', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('main.go', '// again\n');
    await bench.build(2);
    const replay = page.getByRole('group', { name: 'Replay of the build' });
    const playhead = replay.getByRole('slider', { name: 'Playhead' });
    await replay.getByRole('combobox', { name: 'Speed' }).selectOption('0.25');
    await replay.getByRole('button', { name: 'Replay' }).click();
    await replay.getByRole('button', { name: 'Pause' }).click();
    const paused = await playhead.inputValue();
    await replay.getByRole('button', { name: 'Later event' }).click();
    await expect(playhead).not.toHaveValue(paused);
    await playhead.focus();
    await page.keyboard.press('Home');
    await expect(playhead).toHaveAttribute('aria-valuetext', /^0\.0/);
    await expect(bench.step(compile)).toContainText('Will rebuild');
    await expect(bench.log).not.toContainText('go build');
    await page.keyboard.press('End');
    await expect(bench.step(compile)).toContainText('Rebuilt');
    await expect(bench.log).toContainText('go build');
  });

  test('undo takes an edit back, also out of the editor, and redo does it again', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    await bench.append('main.go', '// once\n');
    await bench.states({ [sources]: willRebuild });
    await page.getByRole('button', { name: /^Undo / }).click();
    await bench.states({ [sources]: cached });
    await expect(bench.editor('main.go')).not.toContainText('// once');
    await page.getByRole('button', { name: /^Redo / }).click();
    await bench.states({ [sources]: willRebuild });
    await expect(bench.editor('main.go')).toContainText('// once');
  });
});
