/** `--check` and `--call`: what the frontend says of a Dockerfile without building it (buildx `commands/build.go: printResult`). */
import { baseName, textOf } from '../../fs/index.ts';
import { listTargets, outlineBuild } from '../../graph/index.ts';
import { ruleNamed } from '../../dockerfile/checks/index.ts';
import { build } from '../../solver/build.ts';
import { encodeBase64 } from '../../solver/keys/base64.ts';
import { liveProgress } from '../../solver/progress/live.ts';
import { errorText, sourceExcerpt } from '../../solver/progress/error-text.ts';
import { warningsText } from '../../solver/progress/warnings-text.ts';
import type { BuildRecord } from '../../solver/record.ts';
import type { LineRange } from '../../source/range.ts';
import { currentMachine } from '../../workspace/state.ts';
import { alignColumns } from '../format/tabwriter.ts';
import { toJson, type Value } from '../format/value.ts';
import type { Session } from '../session.ts';
import { builderName, driverName } from './builders.ts';
import { askBuild, dockerfileOf, type AskedBuild } from './command.ts';
import { numberedFrom } from './run.ts';
import type { BuildSettings } from './settings.ts';

/** A method with its format: `outline,format=json`; undefined where it is `build`. */
export function readCall(text: string): { readonly method: string; readonly json: boolean } | undefined {
  const [method = '', ...rest] = text.split(',');
  return method === 'build' || method === '' ? undefined : { method: method === 'lint' ? 'check' : method, json: rest.includes('format=json') };
}

/** Asks for checks, arguments or stages; exit code. With a `heading` the answer is that for a target of a bake. */
export function callBuild(session: Session, settings: BuildSettings, method: string, json: boolean, heading?: { readonly name: string; readonly after: number }): number {
  const asked = askBuild(session, settings);
  if ('error' in asked) return session.err(`${asked.error}\n`);
  const record = dryRecord(session, asked);
  const machine = currentMachine(session.state);
  const frontend = frontendOf(record, method);
  const progress = liveProgress(frontend, heading ? {} : { builder: `building with "${builderName(machine)}" instance using ${driverName(machine)} driver` });
  session.play(progress.map(({ time, text }, at) => ({ stream: 2, time, text: heading ? (at === 0 ? '\n' : '') + numberedFrom(text, heading.after) : text })));
  if (method === 'outline') session.err(warningsText(record));
  if (heading) session.out(`${heading.name}\n\n`);
  const file = dockerfileOf(asked);
  if (!file) return session.err(errorText(record));
  const text = textOf(file);
  if (method === 'check') return check(session, record, baseName(asked.path), text, json);
  if (method === 'targets') return targets(session, text, json);
  if (method === 'outline') return outline(session, asked, text, json);
  return session.err(`ERROR: failed to build: failed to solve: unsupported subrequest ${method}\n`);
}

/** The part of a build that is only about the Dockerfile: what such a call shows of its progress. Checks say their warnings themselves. */
function frontendOf(record: BuildRecord, method: string): BuildRecord {
  const first = record.vertices.findIndex(({ step }) => step !== undefined);
  const vertices = record.vertices.slice(0, method === 'targets' ? 1 : first < 0 ? undefined : first).filter(({ name }) => !name.endsWith('load build context'));
  const known = new Set(vertices.map(({ digest }) => digest));
  const events = record.events.filter(({ vertex, type }) => known.has(vertex) && (type !== 'warning' || method === 'outline'));
  return { ...record, vertices, events, duration: Math.max(0, ...events.map(({ time }) => time)) };
}

function dryRecord(session: Session, asked: AskedBuild): BuildRecord {
  const machine = currentMachine(session.state);
  const { caller } = session;
  return build({
    number: session.state.builds.length + 1, options: asked.command.options, context: asked.context, definitions: asked.definitions, dockerfilePath: asked.path, resolve: caller.published, store: machine.cache, now: session.now, predicted: true,
  }).record;
}

const rule = '-'.repeat(20);

function check(session: Session, record: BuildRecord, name: string, text: string, json: boolean): number {
  const warnings = record.diagnostics.filter(({ severity }) => severity === 'warning').sort((a, b) => (a.lines[0]?.first ?? 0) - (b.lines[0]?.first ?? 0));
  const { error } = record;
  const broken = error && error.vertex === undefined ? error : undefined;
  if (json) {
    const value: Value = {
      warnings: warnings.map(({ code, message, url, lines }) => ({ ruleName: code, description: ruleNamed(code)?.description ?? message, url, detail: message, location: { ranges: lines.map(rangeOf) } })),
      sources: [{ filename: name, data: encodeBase64(text), language: 'Dockerfile' }],
      ...(broken && { buildError: { message: broken.message, location: { ranges: broken.diagnostic.lines.map(rangeOf) } } }),
    };
    session.out(`${toJson(value, true, '  ')}\n`);
  } else if (!broken || warnings.length > 0) {
    const count = warnings.length;
    session.out(count === 0 ? 'Check complete, no warnings found.\n' : `Check complete, ${count} ${count === 1 ? 'warning has' : 'warnings have'} been found!\n`);
    for (const { code, message, url, lines } of warnings) session.out(`\nWARNING: ${code}${url === undefined ? '' : ` - ${url}`}\n${message}\n${excerpt(name, text, lines)}`);
  }
  if (broken) session.err(errorText(record).replace('ERROR: failed to build: failed to solve: ', 'ERROR: '));
  return warnings.length > 0 || broken ? 1 : 0;
}

const excerpt = (name: string, text: string, lines: readonly LineRange[]): string => (lines.length === 0 ? '' : sourceExcerpt(name, text, lines) || `${name}:${lines[0]?.first}\n${rule}\n`);
const rangeOf = ({ first, last }: LineRange): Value => ({ start: { line: first }, end: { line: last } });

function targets(session: Session, text: string, json: boolean): number {
  const found = listTargets(text);
  if ('error' in found) return session.err(`ERROR: failed to build: failed to solve: ${found.error.message}\n`);
  if (json) {
    const list = found.map(({ name, base, platform, description, default: isDefault, lines }): Value => ({ name, default: isDefault || undefined, description, base, platform, location: { ranges: lines.map(rangeOf) } }));
    session.out(`${toJson({ targets: list, sources: [encodeBase64(text)] }, true, '  ')}\n`);
    return 0;
  }
  const rows = found.map(({ name, description = '', default: isDefault }) => `${name ?? ''}${isDefault ? `${name === undefined ? '' : ' '}(default)` : ''}\t${description}\n`);
  session.out(alignColumns(`TARGET\tDESCRIPTION\n${rows.join('')}`, 0, 1));
  return 0;
}

function outline(session: Session, asked: AskedBuild, text: string, json: boolean): number {
  const found = outlineBuild({ dockerfile: text, options: asked.command.options, resolve: session.caller.published });
  if ('error' in found) return session.err(`ERROR: failed to build: failed to solve: ${found.error.message}\n`);
  if (json) {
    const args = found.args.map(({ name, description, value, lines }): Value => ({ name, description, value, location: { ranges: lines.map(rangeOf) } }));
    const mounts = (list: typeof found.secrets): Value => list.map(({ name, required, lines }): Value => ({ name, required: required || undefined, location: { ranges: lines.map(rangeOf) } }));
    const value: Value = {
      name: found.name,
      description: found.description,
      args: args.length > 0 ? args : undefined,
      secrets: found.secrets.length > 0 ? mounts(found.secrets) : undefined,
      ssh: found.ssh.length > 0 ? mounts(found.ssh) : undefined,
      sources: [encodeBase64(text)],
    };
    session.out(`${toJson(value, true, '  ')}\n`);
    return 0;
  }
  const head = (found.name === undefined ? '' : `TARGET:      ${found.name}\n`) + (found.description === undefined ? '' : `DESCRIPTION: ${found.description}\n`);
  const table = (title: string, rows: readonly string[]): string => (rows.length === 0 ? '' : `${alignColumns(`${title}\n${rows.join('')}`, 0, 3)}\n`);
  session.out(
    (head === '' ? '' : `${head}\n`) +
      table('BUILD ARG\tVALUE\tDESCRIPTION', found.args.map(({ name, value = '', description = '' }) => `${name}\t${value}\t${description}\n`)) +
      table('SECRET\tREQUIRED', found.secrets.map(({ name, required }) => `${name}\t${required ? 'true' : ''}\n`)) +
      table('SSH\tREQUIRED', found.ssh.map(({ name, required }) => `${name}\t${required ? 'true' : ''}\n`)),
  );
  return 0;
}
