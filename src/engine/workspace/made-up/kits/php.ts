import { text, type Kit } from './kit.ts';

/** A Composer project with a page. */
export const php: Kit = {
  image: /(?:^|\/)(?:php|composer|wordpress)\b/,
  command: /\b(?:composer|php|artisan)\b(?!\S)/,
  manifest: /^composer\.(?:json|lock|\*)$|^artisan$/,
  files({ words }) {
    return {
      'composer.json': { text: `${JSON.stringify({ name: 'example/app', type: 'project', require: { 'psr/log': '^3.0' }, autoload: { 'psr-4': { 'App\\': 'src/' } } }, null, 4)}\n` },
      'composer.lock': { text: `${JSON.stringify({ 'content-hash': '9f3c2f1de2c04c1a8ad5cf6f6b1f7d11', packages: [{ name: 'psr/log', version: '3.0.2', type: 'library' }], 'packages-dev': [] }, null, 4)}\n` },
      ...(/\bartisan\b/.test(words) && { artisan: { ...text('#!/usr/bin/env php', '<?php', '', "require __DIR__.'/vendor/autoload.php';"), mode: 0o755 } }),
      'public/index.php': text('<?php', '', "require __DIR__.'/../vendor/autoload.php';", '', 'echo "hello";'),
      'src/App.php': text('<?php', '', 'namespace App;', '', 'class App', '{', '    public string $greeting = "hello";', '}'),
    };
  },
  edits: [/App\.php$/, /\.php$/, /composer\.json$/],
};
