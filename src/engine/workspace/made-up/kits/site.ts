import { text, type Kit } from './kit.ts';

/** Pages for a web server. */
export const site: Kit = {
  image: /(?:^|\/)(?:nginx|httpd|caddy|lighttpd|nginx-unprivileged)\b/,
  command: /\b(?:nginx|httpd|caddy)\b/,
  manifest: /^index\.html$/,
  files: () => ({ 'index.html': text('<!doctype html>', '<title>Hello</title>', '<h1>Hello</h1>'), 'style.css': text('h1 {', '  color: teal;', '}') }),
  edits: [/index\.html$/, /\.css$/],
};
