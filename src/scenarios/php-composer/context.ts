import type { ScenarioFile } from '#engine/workspace/scenario.ts';

const packages = ['brick/math', 'doctrine/inflector', 'guzzlehttp/guzzle', 'laravel/framework', 'league/flysystem', 'monolog/monolog', 'nesbot/carbon', 'psr/log', 'ramsey/uuid', 'symfony/console', 'symfony/http-foundation', 'symfony/http-kernel', 'symfony/mailer', 'symfony/routing', 'symfony/var-dumper', 'vlucas/phpdotenv'];

/** The lock file, with that version of the framework. */
export function lock(framework: string): string {
  const entry = (name: string) => ({ name, version: name === 'laravel/framework' ? framework : 'v7.3.4', type: 'library' });
  return `${JSON.stringify({ 'content-hash': 'd1b4a1f6c07e5c3f7a4f5c8a1c9e0b52', packages: packages.map(entry), 'packages-dev': ['phpunit/phpunit', 'fakerphp/faker'].map(entry) }, undefined, 4)}\n`;
}

const manifest = `{
    "name": "example/blog",
    "type": "project",
    "require": {
        "php": "^8.4",
        "laravel/framework": "^12.0"
    },
    "require-dev": {
        "fakerphp/faker": "^1.24",
        "phpunit/phpunit": "^12.0"
    },
    "autoload": {
        "psr-4": { "App\\\\": "app/" }
    },
    "scripts": {
        "post-autoload-dump": ["@php artisan package:discover --ansi"]
    }
}
`;

/** The controller, with the number of posts a page shows. */
export const controller = (count: string) => `<?php

namespace App\\Http\\Controllers;

use App\\Models\\Post;

class PostController
{
    public function index()
    {
        return view('posts', ['posts' => Post::latest()->paginate(${count})]);
    }
}
`;

export const view = (title: string) => `<h1>${title}</h1>\n@foreach ($posts as $post)\n  <h2>{{ $post->title }}</h2>\n@endforeach\n`;
export const log = (n: string) => `[2026-09-01 09:00:00] local.INFO: request ${n}\n`;

/** The application, without what only one version has. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  'app/Http/Controllers/PostController.php': { text: controller('10') },
  'app/Models/Post.php': { text: "<?php\n\nnamespace App\\Models;\n\nuse Illuminate\\Database\\Eloquent\\Model;\n\nclass Post extends Model\n{\n    protected $fillable = ['title'];\n}\n" },
  artisan: { text: "#!/usr/bin/env php\n<?php\n\nrequire __DIR__.'/vendor/autoload.php';\n\n(require __DIR__.'/bootstrap/app.php')->handleCommand(new Symfony\\Component\\Console\\Input\\ArgvInput);\n", mode: 0o755 },
  'bootstrap/app.php': { text: '<?php\n\nuse Illuminate\\Foundation\\Application;\n\nreturn Application::configure(basePath: dirname(__DIR__))->create();\n' },
  'composer.json': { text: manifest },
  'composer.lock': { text: lock('v12.30.1') },
  'public/index.php': { text: "<?php\n\nrequire __DIR__.'/../vendor/autoload.php';\n" },
  'resources/views/posts.blade.php': { text: view('Blog') },
  'storage/logs/laravel.log': { text: log('1') },
  'vendor/autoload.php': { text: '<?php\n' },
  'vendor/laravel/framework/host.files': { size: 41_000_000 },
  'vendor/phpunit/phpunit/host.files': { size: 28_000_000 },
};
