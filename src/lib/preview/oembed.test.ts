import { expect, it } from 'vitest';
import { oembedAnswer } from './oembed.ts';

it('has what oEmbed 1.0 requires of a rich answer, section 2.3.4', () => {
  const answer = oembedAnswer({ title: 'A "b" <c>', frame: 'https://example.org/embed/?lesson=a&b', picture: 'https://example.org/og.png', site: 'https://example.org/' });
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: expect.any(Number) as number, height: expect.any(Number) as number });
  expect(answer.html).toBe('<iframe src="https://example.org/embed/?lesson=a&amp;b" title="A &quot;b&quot; &lt;c>, Layerscope" width="100%" height="600" frameborder="0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>');
  // Thumbnail fields go together, section 2.3.4.
  for (const field of ['thumbnail_url', 'thumbnail_width', 'thumbnail_height', 'provider_name', 'provider_url', 'title']) expect(answer[field], field).toBeDefined();
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
