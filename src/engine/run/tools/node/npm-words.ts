/** What npm prints when it fails, as npm 10 and 11 print it. */
import type { Process } from '../../system/process.ts';
import { npmCache } from './npm-settings.ts';

const CI_USAGE = ['', 'Clean install a project', '', 'Usage:', 'npm ci', '', 'Run "npm help ci" for more info'];
const NO_LOCK = [
  'The `npm ci` command can only install with an existing package-lock.json or',
  'npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or',
  'later to generate a package-lock.json file, then try again.',
];
const NOT_IN_SYNC = '`npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.';

/** Prints lines behind `npm error`, and where the log is; gives the exit code. */
export function npmError(process: Process, lines: readonly string[], exitCode = 1): number {
  for (const line of lines) process.err(`npm error${line === '' ? '' : ` ${line}`}\n`);
  process.err(`npm error A complete log of this run can be found in: ${logPath(process)}\n`);
  return exitCode;
}

/**
 * Where the log of a run lies, by the time. Only the path is given, for messages: a file that is never named alike twice would
 * tell images apart that are alike in all that matters.
 */
function logPath(process: Process): string {
  const time = new Date(process.machine.now).toISOString().replace(/[:.]/g, '_');
  return `${npmCache(process)}/_logs/${time}-debug-0.log`;
}

export function missingManifest(process: Process, path: string): number {
  return npmError(process, ['code ENOENT', 'syscall open', `path ${path}`, 'errno -2', `enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${path}'`, 'enoent This is related to npm not being able to find a file.', 'enoent'], 254);
}

export function malformedManifest(process: Process, reason: string): number {
  return npmError(process, ['code EJSONPARSE', `JSON.parse Invalid package.json: JSONParseError: ${reason}`, 'JSON.parse Failed to parse JSON data.', 'JSON.parse Note: package.json must be actual JSON, not just JavaScript.']);
}

export function missingLock(process: Process): number {
  return npmError(process, ['code EUSAGE', '', ...NO_LOCK, ...CI_USAGE]);
}

export function notInSync(process: Process, problems: readonly string[]): number {
  return npmError(process, ['code EUSAGE', '', NOT_IN_SYNC, '', ...problems, ...CI_USAGE]);
}

export function missingScript(process: Process, name: string): number {
  return npmError(process, [`Missing script: "${name}"`, '', 'To see a list of scripts, run:', '  npm run']);
}

export function offline(process: Process, url: string): number {
  const host = /\/\/([^/]+)/.exec(url)?.[1] ?? '';
  return npmError(process, ['code EAI_AGAIN', 'syscall getaddrinfo', 'errno EAI_AGAIN', `request to ${url} failed, reason: getaddrinfo EAI_AGAIN ${host}`]);
}

export function unauthorized(process: Process, url: string): number {
  return npmError(process, ['code E401', `401 Unauthorized - GET ${url}`]);
}

export function notPermitted(process: Process, path: string): number {
  return npmError(process, ['code EACCES', 'syscall mkdir', `path ${path}`, 'errno -13', `Error: EACCES: permission denied, mkdir '${path}'`, 'The operation was rejected by your operating system.', 'It is likely you do not have the permissions to access this file as the current user'], 243);
}
