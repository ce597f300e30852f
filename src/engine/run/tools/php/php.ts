/** `php`: Laravel's `artisan package:discover` and the caches; its version. Other scripts are not run. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { digestOf } from '../artifacts.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

/** Command of artisan → what it writes and what that depends on. */
const CACHES: Readonly<Record<string, readonly [path: string, reads: readonly string[]]>> = {
  'package:discover': ['bootstrap/cache/packages.php', ['vendor/composer/installed.json']],
  'config:cache': ['bootstrap/cache/config.php', ['config']],
  'route:cache': ['bootstrap/cache/routes-v7.php', ['routes']],
  'view:cache': ['storage/framework/views/compiled.php', ['resources/views']],
};

export const php: Tool = {
  name: 'php',
  run(process, args) {
    if (args.some((arg) => arg === '-v' || arg === '--version')) {
      process.out(`PHP ${process.env.get('PHP_VERSION') ?? '8.5.10'} (cli) (NTS)\n`);
      return 0;
    }
    const [script = '', command = ''] = args.filter((arg) => arg[0] !== '-');
    if (script !== '' && !process.peek(script)) {
      process.out(`Could not open input file: ${script}\n`);
      return 1;
    }
    const cache = script === 'artisan' ? CACHES[command] : undefined;
    if (!cache) return notSimulated(process, 'php', `php ${script} ${command}`.trim());
    if (!process.peek('vendor/autoload.php')) {
      process.out(`PHP Warning:  require(vendor/autoload.php): Failed to open stream: No such file or directory in ${process.cwd}/artisan on line 9\n`);
      return 255;
    }
    const [path, reads] = cache;
    writeDescribed(process, path, 9000, sha256(`artisan ${command} ${digestOf(process, reads)}`));
    modelled(process, 'php', 600, 9000, 'Estimated: the start of a Laravel application.');
    return 0;
  },
};
