import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { completeJsdom } from '#lib/ui/jsdom.fixture.ts';
import Layers from './Layers.svelte';
import { choices, contentsOf, difference, folder, origin, record, report, without } from './layers.fixture.ts';

completeJsdom();

const comparison = { sizes: [100, 90], packed: [50, 40], shared: 1, added: 1, changed: 0, removed: 1, times: 0, files: [{ path: 'a', kind: 'add', before: 0, after: 5 }, { path: 'b', kind: 'delete', before: 15, after: 0 }], config: [{ name: 'Cmd', before: '["a"]', after: '["b"]' }] } as const;

function open(props: Partial<Parameters<typeof render<typeof Layers>>[1]> = {}) {
  const told = { onimage: vi.fn(), onother: vi.fn(), onversus: vi.fn(), onsave: vi.fn(), onopen: vi.fn(), onstep: vi.fn(), onfile: vi.fn() };
  const asked = vi.fn(folder);
  const view = render(Layers, { choices, image: 'build 2', report, record, other: undefined, otherReport: undefined, versus: { own: false }, comparison: undefined, known: true, folder: asked, file: contentsOf, origin, without, difference, ...told, ...props });
  return { ...told, asked, view };
}

const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const rowOf = (name: RegExp) => screen.findByRole('treeitem', { name });

describe('the layers view', () => {
  it('says what the image is made of, in figures, in a sentence, and layer by layer', () => {
    open();
    expect(words(screen.getByText('unpacked, 6 layers').parentElement!)).toContain('139.4 MB');
    expect(words(screen.getByText(/freed nothing/))).toBe('Deleting app/.env hid it and freed nothing: it can still be read from layer 2.');
    expect(screen.getByRole('button', { name: /^Layer 1.*FROM python:3\.13-slim.*121\.0\sMB.*4 layers/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Layer 3.*RUN rm \.env.*hides app\/\.env/ })).toBeTruthy();
  });

  it('begins at the layer that wastes, and asks for a folder when it is opened, through folders with one entry', async () => {
    const { asked } = open();
    expect(screen.getByRole('button', { pressed: true, name: /COPY/ })).toBeTruthy();
    await rowOf(/^app, folder/);
    expect(asked.mock.calls).toEqual([[1, '', false]]);
    await fireEvent.click(await rowOf(/^app, folder/));
    expect((await rowOf(/^\.env, ghost: deleted later/)).getAttribute('aria-level')).toBe('2');
    expect(asked.mock.calls).toEqual([[1, '', false], [1, 'app', false]]);
  });

  it('digs a deleted file up and shows what is in it', async () => {
    open();
    await fireEvent.click(screen.getByRole('radio', { name: 'Ghosts 1' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Dig up app/.env' }));
    const contents = await screen.findByRole('region', { name: 'Contents of app/.env' });
    expect(await within(contents).findByText('KEY=1')).toBeTruthy();
    expect(words(contents)).toContain('Layer 3 deletes it. Whoever has the image reads it all the same');
  });

  it('leads from the layer that hides a file to the one that has it', async () => {
    open();
    await fireEvent.click(screen.getByRole('button', { name: /^Layer 3/ }));
    await fireEvent.click(await rowOf(/^\.env, hides what is below/));
    await fireEvent.click(screen.getByRole('button', { name: 'Dig it up' }));
    expect(await screen.findByText('KEY=1')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Files of layer 2' })).toBeTruthy();
  });

  it('shows bytes as a hex dump, and says plainly where nobody has the bytes', async () => {
    open();
    await fireEvent.click(await rowOf(/^bin\.dat/));
    expect(await screen.findByRole('row', { name: '000000 00 41 .A' })).toBeTruthy();
    await fireEvent.click(await rowOf(/^app, folder/));
    await fireEvent.click(await rowOf(/^data\.csv/));
    expect(await screen.findByText(/Described: nobody has these bytes/)).toBeTruthy();
  });

  it('goes through the tree with the keys alone', async () => {
    open();
    const app = await rowOf(/^app, folder/);
    app.focus();
    await fireEvent.keyDown(app, { key: 'ArrowRight' });
    await rowOf(/^\.env/);
    await fireEvent.keyDown(app, { key: 'ArrowDown' });
    const env = await rowOf(/^\.env/);
    await vi.waitFor(() => expect(document.activeElement).toBe(env));
    await fireEvent.keyDown(env, { key: 'Enter' });
    expect(await screen.findByText('KEY=1')).toBeTruthy();
    await fireEvent.keyDown(env, { key: 'ArrowLeft' });
    await vi.waitFor(() => expect(document.activeElement).toBe(app));
    await fireEvent.keyDown(app, { key: 'ArrowLeft' });
    expect(app.getAttribute('aria-expanded')).toBe('false');
  });

  it('hides the ghosts’ signs where nobody wants them', async () => {
    open();
    await fireEvent.click(screen.getByRole('button', { name: 'Show ghosts: on' }));
    await fireEvent.click(await rowOf(/^app, folder/));
    expect(await rowOf(/^\.env, added/)).toBeTruthy();
  });

  it('sets the image against another and says what differs', async () => {
    const { onother, view } = open();
    await fireEvent.change(screen.getByRole('combobox', { name: 'Compare with' }), { target: { value: 'build 1' } });
    expect(onother).toHaveBeenCalledWith('build 1');
    await view.rerender({ other: 'build 1', comparison });
    expect(words(screen.getByText(/^\s*Against Build 1: app:1/))).toContain('1 added, 0 changed, 1 removed.');
    expect(screen.getAllByRole('cell', { name: /^−10\sB$/ })).toHaveLength(2);
  });

  it('shows what is there as of the layer, not only what the layer changed', async () => {
    open();
    await fireEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    expect(await rowOf(/^usr, folder, folder around changes, 121\.0.MB/)).toBeTruthy();
  });

  it('leads from a file to the line and the file of the context that it came from', async () => {
    const { onstep, onfile } = open();
    await fireEvent.click(await rowOf(/^app, folder/));
    await fireEvent.click(await rowOf(/^\.env/));
    const from = await screen.findByRole('region', { name: 'Where it came from' });
    expect(words(await within(from).findByText('Copied in stage-0, line 3'))).toBeTruthy();
    await fireEvent.click(within(from).getByRole('button', { name: 'Show COPY . . in the graph' }));
    expect(onstep).toHaveBeenCalledWith('0.3');
    await fireEvent.click(within(from).getByRole('button', { name: '.env' }));
    expect(onfile).toHaveBeenCalledWith('.env');
  });

  it('leads from a layer to what would be missing without its line, or to the error of the build', async () => {
    open();
    await fireEvent.click(screen.getByRole('button', { name: 'Without this line…' }));
    expect(words(await screen.findByText(/^\s*Without it:/))).toBe('Without it: 1 file missing, none changed.');
    expect(screen.getByRole('button', { name: /^Line 3/ }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('−18.4 MB')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /^Line 1/ }));
    expect(await screen.findByText(/no build stage in current context/)).toBeTruthy();
  });

  it('has the picture of the bytes as a table', async () => {
    open();
    await fireEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Where the bytes are' });
    expect(within(table).getByRole('row', { name: /^app\/\.env ghost 1 6\sB$/ })).toBeTruthy();
    await fireEvent.click(within(table).getByRole('button', { name: 'app/data.csv' }));
    expect(await screen.findByText(/Described: nobody has these bytes/)).toBeTruthy();
  });

  it('shows what differs in a file line by line, and lets layers be compared', async () => {
    const { view, onversus } = open();
    await fireEvent.change(screen.getByRole('combobox', { name: 'Compare with' }), { target: { value: 'build 1' } });
    await view.rerender({ other: 'build 1', otherReport: report, comparison });
    await fireEvent.click(screen.getByRole('button', { name: /^added a 5/ }));
    const diff = await screen.findByRole('region', { name: 'Differences in a' });
    expect(await within(diff).findByText('1 line added, 0 removed.')).toBeTruthy();
    expect(within(diff).getByRole('row', { name: '2 added two' })).toBeTruthy();
    expect(words(diff)).toContain('mode 0755');
    await fireEvent.change(screen.getByRole('combobox', { name: 'Layers of the image after' }), { target: { value: '1' } });
    expect(onversus).toHaveBeenCalledWith({ own: false, to: 1 });
    await view.rerender({ versus: { own: false, from: 0, to: 1 } });
    await fireEvent.click(screen.getByRole('radio', { name: 'Their own files' }));
    expect(onversus).toHaveBeenLastCalledWith({ own: true, from: 0, to: 1 });
  });

  it('says so where an image has no layers at all', () => {
    open({ report: { ...report, layers: [], size: 0, packed: 0, wasted: 0, ghosts: [], sentence: { id: 'image.no-layers' } } });
    expect(screen.getByText('This image has no layers: it is a config and no files.')).toBeTruthy();
    expect(screen.getByText('There are no bytes to draw: the image holds 0 B.')).toBeTruthy();
  });

  it('lists the config', async () => {
    open();
    await fireEvent.click(screen.getByRole('radio', { name: 'Config' }));
    expect(screen.getByRole('row', { name: 'WorkingDir /app' })).toBeTruthy();
  });

  it('invites to build or to open an image where there is none', async () => {
    const { onopen } = open({ choices: [], image: undefined, report: undefined });
    expect(screen.getByText(/^Build once to see its layers/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Open a saved image…' }));
    expect(onopen).toHaveBeenCalled();
  });
});
