/** `curl` and `wget`: downloads are described files whose bytes are decided by the address alone. */
import { sha256 } from '../../fs/index.ts';
import type { Process } from '../system/process.ts';
import { writeDescribed } from '../system/writing.ts';
import { modelled, transferTime } from './model.ts';
import type { Tool } from './tool.ts';

const BASIS = 'A download of unknown size: 5 MB at 100 Mbit/s. Its bytes stand for the real ones.';
const SIZE = 5_000_000;
/** What a download that is written to a pipe begins with: a comment, so that a shell that reads it does nothing. */
export const STAND_IN = '# stands for ';

function download(process: Process, url: string, output: string | undefined): number {
  const seed = sha256(`download ${url}`);
  if (output !== undefined && output !== '-') writeDescribed(process, output, SIZE, seed);
  else process.out(`${STAND_IN}${url}\n`);
  modelled(process, process.name, 300 + transferTime(SIZE), output === undefined ? 0 : SIZE, BASIS);
  return 0;
}

function hostOf(url: string): string {
  return /^(?:\w+:\/\/)?([^/:?]+)/.exec(url)?.[1] ?? url;
}

export const curl: Tool = {
  name: 'curl',
  run(process, args) {
    const urls: string[] = [];
    let output: string | undefined;
    let remoteName = false;
    let silent = false;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '-o' || arg === '--output') output = args[++i];
      else if (arg === '-O' || arg === '--remote-name') remoteName = true;
      else if (/^--(header|data|request|user|retry|max-time|connect-timeout|user-agent|cacert|proto|write-out|retry-delay)$/.test(arg) || /^-[HdXuAmwe]$/.test(arg)) i++;
      else if (/^-[a-zA-Z0-9#]+$/.test(arg)) {
        silent ||= arg.includes('s');
        remoteName ||= arg.includes('O');
        if (arg.endsWith('o')) output = args[++i];
      } else if (arg[0] !== '-') urls.push(arg);
    }
    if (urls.length === 0) {
      process.err("curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n");
      return 2;
    }
    for (const url of urls) {
      if (process.machine.request.network === 'none') {
        if (!silent || args.some((arg) => /^-[a-zA-Z]*S/.test(arg))) process.err(`curl: (6) Could not resolve host: ${hostOf(url)}\n`);
        return 6;
      }
      download(process, url, output ?? (remoteName ? url.split('/').at(-1)!.replace(/\?.*/, '') : undefined));
    }
    return 0;
  },
};

export const wget: Tool = {
  name: 'wget',
  run(process, args) {
    const urls: string[] = [];
    let output: string | undefined;
    let dir: string | undefined;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '-O' || arg === '--output-document') output = args[++i];
      else if (arg.startsWith('--output-document=')) output = arg.slice(18);
      else if (arg === '-P') dir = args[++i];
      else if (/^-[a-zA-Z]*O$/.test(arg)) output = args[++i];
      else if (/^-qO./.test(arg)) output = arg.slice(3);
      else if (arg === '-T' || arg === '-t' || arg === '-U' || arg === '--header' || arg === '-o') i++;
      else if (arg[0] !== '-') urls.push(arg);
    }
    if (urls.length === 0) return process.fail(process.userland === 'gnu' ? 'missing URL' : 'missing operand');
    for (const url of urls) {
      if (process.machine.request.network === 'none') {
        return process.fail(process.userland === 'gnu' ? `unable to resolve host address '${hostOf(url)}'` : `bad address '${hostOf(url)}'`, process.userland === 'gnu' ? 4 : 1);
      }
      const name = url.split('/').at(-1)!.replace(/\?.*/, '') || 'index.html';
      download(process, url, output ?? (dir ? `${dir}/${name}` : name));
    }
    return 0;
  },
};
