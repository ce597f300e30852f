import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../../.config/not-found.mjs';

const page = '<link href="./_app/x.css"><a href="./gallery">…</a><a href=".">…</a><a href="https://example.org/./x">…</a><script>{ base: new URL(".", location).pathname.slice(0, -1) }; import("./_app/x.js")</script>';

describe('the page for addresses that are not there', () => {
  it('asks for its parts, and leads on, from the root of the host', () => {
    expect(fromRoot(page, '')).toBe('<link href="/_app/x.css"><a href="/gallery">…</a><a href="/">…</a><a href="https://example.org/./x">…</a><script>{ base: "" }; import("/_app/x.js")</script>');
  });

  it('does so from the folder of the host that the site lies in', () => {
    expect(fromRoot(page, '/tools/layers')).toBe('<link href="/tools/layers/_app/x.css"><a href="/tools/layers/gallery">…</a><a href="/tools/layers/">…</a><a href="https://example.org/./x">…</a><script>{ base: "/tools/layers" }; import("/tools/layers/_app/x.js")</script>');
  });
});
