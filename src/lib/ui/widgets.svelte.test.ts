import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { completeJsdom } from './jsdom.fixture.ts';
import Segmented from './Segmented.svelte';
import Separator from './Separator.svelte';
import Tabs from './Tabs.svelte';
import ThemeToggle from './ThemeToggle.svelte';

const root = document.documentElement;

beforeAll(completeJsdom);
beforeEach(() => {
  localStorage.clear();
  root.removeAttribute('style');
  delete root.dataset.theme;
});

describe('tabs', () => {
  const items = [{ id: 'log', label: 'Log' }, { id: 'problems', label: 'Problems', count: 2 }, { id: 'x', label: 'main.go', file: true, changed: true }];

  it('have one Tab stop, and arrows, Home and End choose', async () => {
    const onselect = vi.fn();
    render(Tabs, { label: 'Below', prefix: 'dock', items, selected: 'log', onselect });
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    await fireEvent.keyDown(tabs[0]!, { key: 'ArrowRight' });
    await fireEvent.keyDown(tabs[0]!, { key: 'ArrowLeft' });
    await fireEvent.keyDown(tabs[0]!, { key: 'End' });
    expect(onselect.mock.calls).toEqual([['problems'], ['x']]);
    expect(document.activeElement).toBe(tabs[2]);
  });

  it('say that a file was edited', () => {
    render(Tabs, { label: 'Below', prefix: 'dock', items, selected: 'log', onselect: vi.fn() });
    expect(screen.getByRole('tab', { name: /main\.go\s*, edited/ })).toBeTruthy();
  });
});

describe('a segmented choice', () => {
  it('is a radio group', async () => {
    const onchange = vi.fn();
    render(Segmented, { label: 'Detail', options: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }], value: 'a', onchange });
    expect(screen.getByRole('radiogroup', { name: 'Detail' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'B' }));
    expect(onchange).toHaveBeenCalledWith('b');
  });
});

describe('a separator', () => {
  const width = () => root.style.getPropertyValue('--size-files');
  const show = (more: object = {}) => {
    render(Separator, { label: 'Width of the files', name: 'files', axis: 'column', size: 200, min: 150, max: 300, controls: 'files', ...more });
    return screen.getByRole('separator', { name: 'Width of the files' });
  };

  it('moves with the arrows, in larger steps with Shift, and never past its ends', async () => {
    const bar = show();
    expect(bar.getAttribute('aria-valuenow')).toBe('200');
    await fireEvent.keyDown(bar, { key: 'ArrowRight' });
    expect(width()).toBe('216px');
    await fireEvent.keyDown(bar, { key: 'ArrowLeft', shiftKey: true });
    expect(width()).toBe('150px');
    await fireEvent.keyDown(bar, { key: 'End' });
    expect(width()).toBe('300px');
  });

  it('grows the other way for a panel that lies after it', async () => {
    await fireEvent.keyDown(show({ reverse: true }), { key: 'ArrowLeft' });
    expect(width()).toBe('216px');
  });

  it('remembers the size, and forgets it on Enter', async () => {
    const bar = show();
    await fireEvent.keyDown(bar, { key: 'ArrowRight' });
    expect(JSON.parse(localStorage.getItem('layerscope:sizes')!)).toEqual({ files: 216 });
    await fireEvent.keyDown(bar, { key: 'Enter' });
    expect(width()).toBe('');
    expect(JSON.parse(localStorage.getItem('layerscope:sizes')!)).toEqual({});
  });

  it('survives a memory that holds something else', async () => {
    localStorage.setItem('layerscope:sizes', 'not JSON');
    await fireEvent.keyDown(show(), { key: 'ArrowRight' });
    expect(width()).toBe('216px');
  });
});

describe('the theme toggle', () => {
  it('changes to the other ground, remembers it, and follows the system again on the way back', async () => {
    render(ThemeToggle);
    await fireEvent.click(await screen.findByRole('button', { name: 'Dark theme' }));
    expect(root.dataset.theme).toBe('dark');
    expect(JSON.parse(localStorage.getItem('layerscope:appearance')!)).toMatchObject({ theme: 'dark' });
    await fireEvent.click(screen.getByRole('button', { name: 'Light theme' }));
    expect(root.dataset.theme).toBeUndefined();
  });
});
