import { configure, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { DOCKERFILE, inThread, usual } from '../session.fixture.ts';
import { mountEmbed, type Embed } from '../mount.ts';
import type { EventName, Presentation, Source } from '../vocabulary.ts';

const scene: Source = { kind: 'scene', scene: 'go-two-stages' };
const standing: Embed[] = [];

async function shown(source: Source = scene, presentation: Partial<Presentation> = {}, target: ShadowRoot | HTMLElement = document.body) {
  const events: EventName[] = [];
  const embed = await mountEmbed(target, { source, presentation: { ...usual, ...presentation }, spawn: inThread, site: 'https://layers.test/', emit: (event) => events.push(event) });
  standing.push(embed);
  return { embed, events, region: () => within(target as HTMLElement).getByRole('region', { name: /dry run of docker build|Probelauf/ }) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const chips = () => within(screen.getByRole('group', { name: 'Edit a file to see what rebuilds' })).getAllByRole('button');

// A machine under load must not fail a test.
configure({ asyncUtilTimeout: 40_000 });

// As wide as a column of text: there is no layout here.
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 720 });

afterEach(async () => {
  for (const embed of standing.splice(0)) embed.destroy();
  await waitFor(() => expect(document.querySelector('.ls-embed')).toBeNull());
  document.body.replaceChildren();
});

describe('what stands in an embed', () => {
  it('is a region named after its scene, with the Dockerfile, the graph and what the next build comes to', async () => {
    const { region } = await shown();
    expect(region().getAttribute('aria-label')).toBe('Go, two stages, a dry run of docker build');
    expect(region().getAttribute('lang')).toBe('en');
    expect(screen.getByRole('region', { name: 'Dockerfile, text' }).textContent).toContain('FROM golang:1.22');
    expect(screen.getByRole('tree').getAttribute('aria-label')).toBe('Build graph. Nothing of 8 steps will rebuild.');
    expect(screen.getByText('Nothing will rebuild')).toBeTruthy();
    expect(button('Build')).toBeTruthy();
  });

  it('has switches for the files worth an edit; pressed, they show the wave and what it costs', async () => {
    const { region, events } = await shown();
    expect(chips()[0]!.textContent).toBe('main.go');
    await fireEvent.click(chips()[0]!);
    await screen.findByText('3 of 8 will rebuild');
    expect(chips()[0]!.getAttribute('aria-pressed')).toBe('true');
    expect((await within(region()).findByText(/^3 of 8 steps will rebuild, about 6\.7.s\.$/)).getAttribute('role')).toBe('status');
    await waitFor(() => expect(events).toContain('change'));
    await fireEvent.click(chips()[0]!);
    await screen.findByText('Nothing will rebuild');
    expect(chips()[0]!.getAttribute('aria-pressed')).toBe('false');
  });

  it('builds, and says what came of it', async () => {
    await shown(scene, { edit: 'README.md' });
    await fireEvent.click(button('Build'));
    await screen.findByText('2 of 8 rebuilt');
    expect(screen.getByText(/^6\.2.s, image unchanged$/)).toBeTruthy();
  });

  it('offers undo and starting over once something was done', async () => {
    await shown(scene, { edit: 'README.md' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await fireEvent.click(chips()[0]!);
    await fireEvent.click(await screen.findByRole('button', { name: 'Start over' }));
    await screen.findByText('2 of 8 will rebuild');
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  });

  it('leads to Layerscope with everything as it is', async () => {
    await shown();
    const link = screen.getByRole('link', { name: 'Open in Layerscope, in a new tab' });
    await fireEvent.click(chips()[0]!);
    await waitFor(() => expect(link.getAttribute('href')).toMatch(/^https:\/\/layers\.test\/#ls1\./));
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('says why in a panel of its own, which Escape closes', async () => {
    await shown(scene, { edit: 'main.go' });
    await fireEvent.click(button('Why'));
    const panel = await screen.findByRole('region', { name: 'Why' });
    expect(await within(panel).findByText(/will rebuild because/)).toBeTruthy();
    expect(document.activeElement).toBe(panel);
    await fireEvent.keyDown(panel, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Why' })).toBeNull();
    expect(document.activeElement).toBe(button('Why'));
  });

  it('is walked with the arrows and asked with Enter, as the workbench is', async () => {
    const { events } = await shown();
    const tree = screen.getByRole('tree');
    tree.focus();
    await fireEvent.keyDown(tree, { key: 'ArrowDown' });
    await fireEvent.keyDown(tree, { key: 'Enter' });
    await waitFor(() => expect(events).toContain('step'));
    expect(within(tree).getAllByRole('treeitem', { selected: true })).toHaveLength(1);
  });

  it('tells that the Dockerfile cannot be read, and keeps the last graph', async () => {
    const { embed } = await shown();
    await embed.methods.editFile('Dockerfile', 'COPPY . .\n');
    expect(await screen.findByText(/The graph waits at the last version/)).toBeTruthy();
    expect(button('Build').hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('tree')).toBeTruthy();
  });
});

describe('an embed that asks before it shows', () => {
  const asked = { edit: 'README.md', predict: true } as const;
  const treeName = () => screen.getByRole('tree').getAttribute('aria-label');

  it('shows nothing of the outcome, is marked with the keyboard, revealed, and asks again after starting over', async () => {
    const { region, events } = await shown(scene, asked);
    expect(screen.getByText('Which steps will rebuild?', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByText('0 of 8 marked')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Why' })).toBeNull();
    expect(region().textContent).not.toMatch(/will rebuild(?!\?)|stays? cached|image unchanged/i);
    expect(region().innerHTML).not.toMatch(/ls-(rebuilt|cached)\b/);
    const tree = screen.getByRole('tree');
    expect(within(tree).queryByRole('treeitem', { selected: true })).toBeNull();
    tree.focus();
    const down = 'ArrowDown';
    for (const key of ['Home', 'h', down, 'h', down, 'h', down, 'h', down, 'm', down, 'm', 'Escape', 'ArrowRight', down, 'm', down, 'h']) await fireEvent.keyDown(tree, { key });
    expect(screen.getByText('8 of 8 marked')).toBeTruthy();
    await fireEvent.click(button('Reveal'));
    await screen.findByText('7 of 8 right');
    expect(screen.getByText(/^Not as marked: FROM/)).toBeTruthy();
    expect(events).toContain('predict');
    expect(treeName()).toContain('6 cached, 2 rebuilt');
    expect(button('Build')).toBeTruthy();
    await fireEvent.click(button('Start over'));
    await screen.findByText('0 of 8 marked');
    expect(button('Reveal')).toBeTruthy();
  });

  it('is shown at once where there is nothing to mark with', async () => {
    const { embed } = await shown(scene, { ...asked, view: 'editor' });
    expect(screen.getByText('2 of 8 will rebuild')).toBeTruthy();
    embed.present({ ...usual, ...asked });
    await screen.findByText('0 of 8 marked');
  });
});

describe('how an embed is presented', () => {
  it('shows one half alone, or nothing to press', async () => {
    const { embed } = await shown(scene, { view: 'graph' });
    expect(screen.queryByRole('region', { name: 'Dockerfile, text' })).toBeNull();
    expect(chips().length).toBeGreaterThan(0);
    embed.present({ ...usual, view: 'editor' });
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull());
    expect(screen.getByRole('region', { name: 'Dockerfile, text' })).toBeTruthy();
    embed.present({ ...usual, ui: 'lite' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Build' })).toBeNull());
    expect(screen.getByRole('tree')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Open in Layerscope/ })).toBeTruthy();
  });

  it('takes a theme, a height and a language', async () => {
    const { embed, region } = await shown(scene, { theme: 'dark', height: 360, lang: 'de-AT' });
    expect(region().dataset['theme']).toBe('dark');
    expect(region().lang).toBe('de');
    expect(screen.getByText('Nichts wird neu gebaut')).toBeTruthy();
    expect((region().firstElementChild as HTMLElement).style.height).toBe('360px');
    embed.present({ ...usual, lang: 'en' });
    await screen.findByText('Nothing will rebuild');
    expect(region().dataset['theme']).toBe('auto');
  });

  it('opens the editor where somebody wants to write, but not where it is to be read', async () => {
    const { embed } = await shown(scene, { readonly: true });
    screen.getByRole('region', { name: 'Dockerfile, text' }).focus();
    embed.present({ ...usual });
    const still = screen.getByRole('region', { name: 'Dockerfile, text' });
    still.blur();
    expect(screen.queryByRole('textbox')).toBeNull();
    still.focus();
    expect(await screen.findByRole('textbox', { name: /Dockerfile/ })).toBeTruthy();
  });
});

describe('what an embed has to say', () => {
  it('is why it shows nothing, and loading something else shows that', async () => {
    const { embed, events } = await shown({ kind: 'link', link: '#ls1.broken' });
    expect(screen.getByRole('alert').textContent).toContain('This cannot be shown. The link is cut off or damaged.');
    expect(events).toEqual(['error']);
    await embed.methods.load(scene);
    await screen.findByText('Nothing will rebuild');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is which files are made up, and which were left out', async () => {
    await shown({ kind: 'files', files: [{ path: 'Dockerfile', text: DOCKERFILE }, { path: '../x', text: '' }] });
    expect(screen.getByText(/were not given and are made up:/).textContent).toContain('and');
    expect(screen.getByText(/is no path inside a build context/).textContent).toContain('../x');
  });

  it('is what the page around promised and what came of it', async () => {
    await shown(scene, { edit: 'README.md', expect: ['hit', 'hit', 'hit', 'hit', 'miss', 'miss', 'hit', 'miss'] });
    expect(screen.getByText(/The page around this says that step 8/).textContent).toBe('The page around this says that step 8, COPY --from=build /app /app, rebuilds. Here it stays cached.');
  });

  it('is never markup, whatever files are called', async () => {
    const name = '<img src=x onerror=alert(1)>.txt';
    const { region } = await shown({ kind: 'files', files: [{ path: 'Dockerfile', text: 'FROM alpine\nCOPY . .\n' }, { path: name, text: 'a' }] });
    expect(chips().map((chip) => chip.textContent)).toContain(name);
    expect(region().querySelector('img, script')).toBeNull();
  });
});

describe('where an embed stands', () => {
  it('may be a shadow root: nothing of it is outside, and a click gives its graph the focus', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    await shown(scene, {}, root);
    expect(document.body.children).toHaveLength(1);
    const step = root.querySelector('[data-place="step:0.5"]')!;
    await fireEvent.click(step);
    expect(root.activeElement?.getAttribute('role')).toBe('tree');
  });

  it('may be beside another: no id is there twice, and each has a state of its own', async () => {
    const [first, second] = [document.body.appendChild(document.createElement('div')), document.body.appendChild(document.createElement('div'))];
    await shown(scene, {}, first);
    await shown({ kind: 'scene', scene: 'rails' }, {}, second);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await fireEvent.click(within(first).getByRole('button', { name: 'main.go' }));
    await within(first).findByText('3 of 8 will rebuild');
    expect(within(second).getByText('Nothing will rebuild')).toBeTruthy();
  });

  it('needs no style element and no style attribute of a template', async () => {
    await shown();
    expect(document.body.querySelectorAll('style')).toHaveLength(0);
  });

  it('is empty when it has ended', async () => {
    const { embed } = await shown();
    await embed.methods.destroy();
    await waitFor(() => expect(document.querySelector('.ls-embed')).toBeNull());
    await expect(embed.methods.build()).rejects.toThrow('This embed has ended.');
  });
});
