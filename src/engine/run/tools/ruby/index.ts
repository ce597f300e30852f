/** Ruby: the interpreter, RubyGems, Bundler and the commands of Rails. */
import type { Tool } from '../tool.ts';
import { bootsnap } from './bootsnap.ts';
import { bundle } from './bundle.ts';
import { gem } from './gem.ts';
import { rails } from './rails.ts';
import { ruby } from './ruby.ts';

export const rubyTools: readonly Tool[] = [bootsnap, bundle, gem, rails, ruby];
