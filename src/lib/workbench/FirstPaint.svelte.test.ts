import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import FirstPaint from './FirstPaint.svelte';
import StaticCode from './StaticCode.svelte';
import { dockerfile, mainStates, readmeStates, recordWith } from './workbench.fixture.ts';

const plain = (node: Element | null) => (node?.textContent ?? '').replaceAll('\u202f', ' ').replace(/\s+/g, ' ');

describe('the page without scripts', () => {
  it('makes the promise, shows the picture, and tells the same build as text', () => {
    const { container } = render(FirstPaint, { record: recordWith(3, readmeStates), picture: '<svg role="img" aria-label="The build"></svg>', caption: 'Only the README changed.' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('See what your Dockerfile rebuilds, and why.');
    expect(screen.getByRole('img', { name: 'The build' })).toBeTruthy();
    const twin = plain(container.querySelector('#as-text'));
    expect(twin).toContain('Stage build, 6 steps, not in the image');
    expect(twin).toContain('RUN CGO_ENABLED=0 go build -o /app: Rebuilt, 6.8 s, 96.3 MB, modelled');
    expect(twin).toContain('COPY --from=build /app /app: Cached, 7.8 MB');
  });
});

describe('a text before the editor is there', () => {
  it('is the text, with the outlook beside its lines, in words too', () => {
    const { container } = render(StaticCode, { label: 'Dockerfile', text: dockerfile, record: recordWith(3, mainStates, true) });
    const lines = [...container.querySelectorAll('.line')];
    expect(lines.map((line) => line.querySelector('.text')!.textContent).join('\n')).toBe(dockerfile);
    expect(plain(lines[4]!)).toContain('(will rebuild, 0.1 s)');
    expect(plain(lines[9]!)).toContain('(config only)');
  });

  it('takes nothing in a file for markup', () => {
    render(StaticCode, { label: 'x.html', text: '<img src=x onerror=alert(1)>' });
    expect(document.querySelector('img')).toBeNull();
  });
});
