/** `php -r`: `echo`, `copy`, `unlink` and `exit`, one after the other, as the installation of Composer has them. Other code is not run. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated, transferTime } from '../model.ts';
import { remove } from '../rm.ts';
import { phpVersion } from './extensions.ts';

const STRING = `(?:'([^'\\\\]*)'|"([^"\\\\$]*)")`;
const ECHO = new RegExp(`^(?:echo|print)[\\s(]+(?:${STRING}|(PHP_VERSION|PHP_EOL|PHP_OS)|(\\d+))\\s*(?:\\.\\s*(?:PHP_EOL|"\\\\n"))?\\)?$`);
const COPY = new RegExp(`^copy\\(\\s*${STRING}\\s*,\\s*${STRING}\\s*\\)$`);
const UNLINK = new RegExp(`^unlink\\(\\s*${STRING}\\s*\\)$`);
const EXIT = /^(?:exit|die)(?:\(\s*(\d*)\s*\))?$/;
/** What `copy` from an address writes: bytes that stand for the real ones. */
const DOWNLOAD = 60_000;

/** Runs code; an exit code. */
export function runOneLiner(process: Process, code: string): number {
  if (/^\s*if\s*\(\s*hash_file\(/.test(code)) {
    process.out('Installer verified\n');
    modelled(process, 'php', 80, 0, 'The bytes of a download stand for the real ones, so its hash is taken to be right.');
    return 0;
  }
  const statements = (code.match(/(?:'[^']*'|"[^"]*"|[^;'"])+/g) ?? []).map((one) => one.trim()).filter((one) => one !== '');
  if (!statements.every((one) => [ECHO, COPY, UNLINK, EXIT].some((known) => known.test(one)))) return notSimulated(process, 'php', `php -r '${code}'`);
  let duration = 60;
  for (const statement of statements) {
    const exit = EXIT.exec(statement);
    if (exit) return Number(exit[1] ?? 0);
    const print = ECHO.exec(statement);
    const copy = COPY.exec(statement);
    if (print) process.out((print[1] ?? print[2] ?? print[4] ?? { PHP_VERSION: phpVersion(process), PHP_EOL: '\n', PHP_OS: 'Linux' }[print[3]!] ?? '') + (/\.\s*(PHP_EOL|"\\n")\)?$/.test(statement) ? '\n' : ''));
    else if (copy) duration += copyFile(process, copy[1] ?? copy[2] ?? '', copy[3] ?? copy[4] ?? '');
    else {
      const [, a, b] = UNLINK.exec(statement)!;
      const path = a ?? b ?? '';
      if (process.peek(path)) remove(process, path, false, true);
      else process.out(`PHP Warning:  unlink(${path}): No such file or directory in Command line code on line 1\n`);
    }
  }
  modelled(process, 'php', duration, 0, 'The start of the interpreter.');
  return 0;
}

function copyFile(process: Process, from: string, to: string): number {
  if (!/^https?:/.test(from)) {
    const text = attempt(() => process.readFile(from)).value;
    if (text === undefined) process.out(`PHP Warning:  copy(${from}): Failed to open stream: No such file or directory in Command line code on line 1\n`);
    else process.writeFile(to, text);
    return 0;
  }
  if (process.machine.request.network === 'none') process.out(`PHP Warning:  copy(): php_network_getaddresses: getaddrinfo for ${/\/\/([^/]*)/.exec(from)?.[1] ?? ''} failed: Temporary failure in name resolution in Command line code on line 1\n`);
  else writeDescribed(process, to, DOWNLOAD, sha256(`download ${from}`));
  return 300 + transferTime(DOWNLOAD);
}
