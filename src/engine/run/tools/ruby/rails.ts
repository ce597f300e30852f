/**
 * `rails assets:precompile` and `rake assets:precompile`: need `Rakefile` and, for `rails`, `bin/rails`; read `app/assets`,
 * `app/javascript`, `config` and the lock file, write `public/assets`.
 */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf } from '../artifacts.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

export const rails: Tool = {
  name: 'rails',
  aliases: ['rake'],
  run(process, args) {
    if (args[0] !== 'assets:precompile') return notSimulated(process, 'rails', `${process.name} ${args[0] ?? ''}`.trim());
    const { env } = process;
    if (process.name === 'rails' && !process.peek('bin/rails')) {
      process.out('Usage:\n  rails COMMAND [options]\n\nYou must specify a command. The most common commands are:\n\n  new          Create a new Rails application. "rails new my_app" creates a\n               new application called MyApp in "./my_app"\n');
      modelled(process, 'rails', 400, 0, 'Without bin/rails there is no application: rails prints its help and succeeds.');
      return 0;
    }
    if (!process.peek('Rakefile')) {
      process.err('rake aborted!\nNo Rakefile found (looking for: rakefile, Rakefile, rakefile.rb, Rakefile.rb)\n');
      return 1;
    }
    if (env.get('RAILS_ENV') === 'production' && !env.has('SECRET_KEY_BASE') && !env.has('SECRET_KEY_BASE_DUMMY') && !process.peek('config/master.key')) {
      process.err("ArgumentError: Missing `secret_key_base` for 'production' environment, set this string with `bin/rails credentials:edit`\n");
      return 1;
    }
    const inputs = ['app/assets', 'app/javascript', 'config', 'vendor/javascript', 'Gemfile.lock'];
    const digest = sha256(`assets ${digestOf(process, inputs)}`);
    const size = 240_000 + inputs.slice(0, 2).reduce((sum, path) => sum + bytesBelow(process, path), 0);
    writeDescribed(process, `public/assets/application-${digest.slice(7, 15)}.css`, size, digest);
    writeDescribed(process, 'public/assets/.manifest.json', 900, `manifest ${digest}`);
    modelled(process, 'rails', 9000 + Math.round(size / 400), size, 'Estimated: the start of a Rails application and its assets.');
    return 0;
  },
};
