/** PHP: the interpreter, its extensions and Composer. */
import type { Tool } from '../tool.ts';
import { composer } from './composer.ts';
import { dockerPhpExtConfigure, dockerPhpExtEnable, dockerPhpExtInstall, dockerPhpSource } from './docker-php-ext.ts';
import { pecl } from './pecl.ts';
import { php } from './php.ts';

export const phpTools: readonly Tool[] = [composer, dockerPhpExtConfigure, dockerPhpExtEnable, dockerPhpExtInstall, dockerPhpSource, pecl, php];
