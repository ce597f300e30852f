import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** An article with its last sentence. */
export const article = (line: string) => `---
title: How to brew tea
date: 2026-08-20
---

Boil the water, let it stand for a minute, and pour it over the leaves.

${line}
`;

export const style = (width: string) => `body {\n  max-width: ${width}rem;\n  margin: 2rem auto;\n}\n`;
export const config = (title: string) => `baseURL = 'https://tea.example/'\nlanguageCode = 'en'\ntitle = '${title}'\ntheme = 'plain'\n`;
export const robots = (path: string) => `User-agent: *\nDisallow: ${path}\n`;

const articles = Array.from({ length: 40 }, (_, i): [string, ScenarioFile] => [`content/posts/article-${String(i + 1).padStart(2, '0')}.md`, { size: 2400 + ((i * 137) % 1900) }]);

/** The site, without what only one version has. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  'hugo.toml': { text: config('Tea') },
  'content/posts/brew.md': { text: article('Wait three minutes.') },
  ...Object.fromEntries(articles),
  'static/photos/garden.jpg': { size: 38_400_000 },
  'static/photos/kettles.jpg': { size: 24_100_000 },
  'static/film.mp4': { size: 17_300_000 },
  'static/robots.txt': { text: robots('/drafts/') },
  'themes/plain/layouts/_default/baseof.html': { text: '<!DOCTYPE html>\n<html>\n  <head><title>{{ .Title }}</title></head>\n  <body>{{ block "main" . }}{{ end }}</body>\n</html>\n' },
  'themes/plain/layouts/_default/single.html': { text: '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n' },
  'themes/plain/assets/style.css': { text: style('40') },
};
