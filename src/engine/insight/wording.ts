/**
 * The sentences of the Why panel, one for each cause, at two levels. Pattern: [step] [what happened] because [one cause, in the
 * reader's terms]. A cause is content, an instruction's text, an argument, a base or a parent; never a line number.
 */
import type { Cause, FileChange, Ingredient, Phrase, Sentence } from './explanation.ts';
import type { Comparison, InputComparison, Placed } from './comparison.ts';
import { movedTag, type Causes } from './cause.ts';
import { exactBytes, shortDigest } from '../source/figures.ts';
import { changed, code, count, octal, same, say } from './sentence.ts';
import type { CacheHit } from '../solver/record.ts';

/** An instruction short enough to stand in a sentence: assignments before the command go, the tail is cut. */
export function stepLabel(text: string): string {
  const short = text.replace(/\s+/g, ' ').replace(/^(RUN) (?:[A-Za-z_]\w*=\S*\s+)+(?=\S)/, '$1 ');
  const points = [...short];
  return points.length > 40 ? `${points.slice(0, 39).join('').trimEnd()}…` : short;
}

/** The verb of a rebuilt step: a prediction, or what happened. */
const reran = (now: Placed): string => (now.build.record.predicted ? 'will rebuild' : 'rebuilt');
const stays = (now: Placed): string => (now.build.record.predicted ? 'will stay cached' : 'stayed cached');
const runs = (now: Placed): string => (now.build.record.predicted ? 'It will run' : 'It ran');

export function simpleSentence(now: Placed, comparison: Comparison, { cause, input }: Causes): Sentence {
  const step = code(stepLabel(now.step.text));
  switch (cause) {
    case 'same-content':
      return say(step, ` ${stays(now)}: `, same(mainPath(input)), ' came out byte for byte the same.');
    case 'same-key':
      return say(step, ` ${stays(now)} because `, ...sameBecause(now, comparison));
    case 'not-needed':
      return say('Stage ', code(stageName(now)), now.build.record.predicted ? ' is' : ' was', ' not needed: nothing on the way to the target reads it.');
    case 'failed':
      return failure(now);
    case 'stopped':
      return say(step, ' was stopped because another step failed.');
    case 'never-built':
      return say(step, now.build.record.predicted ? ' will run' : ' ran', comparison.before ? ' because the cache no longer has it.' : ' because this builder has never run it.');
    case 'no-cache':
      return say(step, now.build.record.predicted ? ' will run' : ' ran', ' because you build with ', code('--no-cache'), '.');
    default:
      return say(step, ` ${reran(now)} because `, ...reason(now, comparison, cause, input), '.');
  }
}

/** A command says how it ended; anything else is told in BuildKit's words. */
function failure({ step }: Placed): Sentence {
  const label = code(stepLabel(step.text));
  const exit = /exit code: (\d+)$/.exec(step.error ?? '')?.[1];
  if (exit !== undefined) return say(label, ` ended with code ${exit}. Its stage keeps the files it had before; nothing after it ran.`);
  return say(label, step.error ? ` failed: ${step.error}` : ' failed.');
}

/** The clause after “because”, for causes that make a step run. */
export function reason(now: Placed, comparison: Comparison, cause: Cause, input: InputComparison | undefined): readonly (string | Phrase)[] {
  const [first, ...others] = input?.files.filter((change) => changeCause(change) === cause) ?? [];
  const more = others.length > 0 ? ` and ${count(others.length)} more ${others.length === 1 ? 'file' : 'files'}` : '';
  const path = changed(first?.path ?? 'what it reads');
  const where = input?.producer ? ` in ${stageName(now, input.producer.stage)}` : ' in the context';
  switch (cause) {
    case 'file-content':
      return [path, `${more} changed`];
    case 'file-mode':
      return [path, more === '' && becameExecutable(first) ? ' became executable' : `${more} changed mode`];
    case 'file-added':
      return [path, `${more} ${others.length > 0 ? 'are' : 'is'} new${where}`];
    case 'file-removed':
      return [path, `${more} ${others.length > 0 ? 'are' : 'is'} gone${input?.producer ? where : ' from the context'}`];
    case 'file-type':
      return [path, `${more} became another kind of file`];
    case 'parent':
      return ['the step before it ', now.build.record.predicted ? 'will run' : 'ran'];
    case 'base':
      return now.step.keyword === 'FROM' ? ['its tag leads to another image now'] : [code(now.build.record.stages[now.step.stage]?.base ?? 'the base'), ' is a new image'];
    case 'argument':
    case 'environment':
      return environmentReason(comparison.fields);
    case 'instruction':
      return [now.step.keyword === 'RUN' ? 'its command changed' : 'its instruction changed'];
    default:
      return ['its key is new'];
  }
}

function environmentReason(fields: readonly Ingredient[]): readonly (string | Phrase)[] {
  const field = fields.find(({ label }) => label.startsWith('environment '));
  if (!field) return ['its environment changed'];
  const name = code(field.label.slice('environment '.length));
  if (field.before === undefined) return [name, ' was added to its environment'];
  return field.after === undefined ? [name, ' was taken out of its environment'] : [name, ' is now ', code(field.after)];
}

function sameBecause(now: Placed, { inputs }: Comparison): readonly (string | Phrase)[] {
  const read = inputs.find((input) => input.content);
  if (read) return [...pathList(read), ' and the step before it are the same.'];
  if (now.step.keyword === 'FROM') return ['the tag leads to the same image.'];
  return ['its instruction and the step before it are the same.'];
}

function pathList(input: InputComparison): readonly (string | Phrase)[] {
  const paths = input.input.paths ?? [];
  if (paths.length === 1 && paths[0] === '/') return ['the files it reads'];
  const [first = '', ...rest] = input.producer ? paths : paths.map((path) => path.replace(/^\//, ''));
  return rest.length === 0 ? [code(first)] : [code(first), ` and ${count(rest.length)} more`];
}

export function preciseSentence(now: Placed, comparison: Comparison, causes: Causes): Sentence {
  const { cause, input } = causes;
  const operation = now.vertex?.key ? shortDigest(now.vertex.key.operation) : undefined;
  switch (cause) {
    case 'same-content':
      return say(
        now.build.record.predicted ? 'It will not run. ' : 'It did not run. ',
        'Its source ran again under a new key, so the first lookup found nothing; the content of ',
        code(mainPath(input)), ...(input?.after ? [', ', same(shortDigest(input.after)), ','] : []), ` was then looked up and matched ${now.step.hit ? madeIn(now.step.hit) : `build ${now.build.record.number - 1}`}.`,
      );
    case 'same-key':
      return sameKeyPrecisely(now, comparison);
    case 'not-needed':
      return say('No path leads from the target to ', code(stageName(now)), '. It was not looked up, so it is neither cached nor rebuilt. Build it with ', code(`--target ${stageName(now)}`), '.');
    case 'never-built':
      return say(`${runs(now)} because nothing is remembered for it. `, ...(operation ? ['The key of its operation, ', code(operation), ', was looked up in the local cache, which does not have it. '] : []), comparison.before ? 'It was emptied since.' : 'It is the first build.');
    case 'no-cache':
      return say(`${runs(now)} because its cache was not asked: the build has `, code('--no-cache'), ' for this stage. The result is remembered all the same.');
    case 'failed':
      return say('It ran and did not succeed. ', now.step.error ?? '', ' The file system before it is kept; nothing after it ran.');
    case 'stopped':
      return say('It was waiting when another step failed. Nothing is known of what it would have done.');
    case 'parent':
      return say(
        `${runs(now)} because its parent has a new key. `, code(now.step.keyword), ' looks only at its parent’s key, never at the parent’s content, so an identical parent would not have helped.',
      );
    case 'base': {
      const { before, after } = movedTag(now, comparison.fields) ?? { before: input?.before ?? '', after: input?.after ?? '' };
      return say('The tag now leads to ', code(shortDigest(after)), ' instead of ', code(shortDigest(before)), '. A digest in the place of the tag would have kept it.');
    }
    case 'instruction':
    case 'argument':
    case 'environment':
      return fieldsPrecisely(now, comparison);
    default:
      return contentPrecisely(now, input);
  }
}

function contentPrecisely(now: Placed, input: InputComparison | undefined): Sentence {
  if (!input) return say(`${runs(now)} because the content it reads changed.`);
  const digests = input.before && input.after ? [' from ', code(shortDigest(input.before)), ' to ', changed(shortDigest(input.after))] : [];
  const all = input.files.length;
  const differ = `${capital(count(all))} ${all === 1 ? 'file' : 'files'} of ${count(Math.max(input.of, all))} ${all === 1 ? 'differs' : 'differ'}: `;
  const [first, ...rest] = input.files;
  return say(
    `${runs(now)} because the content it reads `, now.build.record.predicted ? 'changes' : 'changed', ...digests, '. ',
    ...(first ? [differ, ...fileFactsOf(first), rest.length > 0 ? `, and ${count(rest.length)} more. ` : '. '] : []),
    'Its operation is the same.',
  );
}

function fileFactsOf(change: FileChange): readonly (string | Phrase)[] {
  const name = code(change.path);
  const { before, after } = change;
  switch (change.kind) {
    case 'content':
      return before && after ? [name, `, ${exactBytes(before.size)}, ${before.size === after.size ? 'still as long' : `now ${exactBytes(after.size)}`}`, ', digest ', code(shortDigest(before.digest)), ' now ', changed(shortDigest(after.digest))] : [name];
    case 'mode':
      return before && after ? [name, ` went from mode ${octal(before.mode)} to ${octal(after.mode)}; its bytes are the same. The mode is part of the content digest; the modified time is not`] : [name];
    case 'added':
      return [name, after ? `, new, ${exactBytes(after.size)}, digest ` : ', new', ...(after ? [changed(shortDigest(after.digest))] : [])];
    case 'removed':
      return [name, before ? `, gone, had ${exactBytes(before.size)}` : ', gone'];
    case 'type':
      return [name, ', another kind of file now'];
  }
}

function fieldsPrecisely(now: Placed, { fields }: Comparison): Sentence {
  const [field, ...rest] = fields;
  if (!field) return say(`${runs(now)} because its operation changed.`);
  const values = [
    ...(field.before === undefined ? [' is new: '] : [' went from ', code(field.before), ...(field.after === undefined ? [' to nothing'] : [' to '])]),
    ...(field.after === undefined ? [] : [changed(field.after)]),
  ];
  return say(`${runs(now)} because its operation changed: `, code(field.label), ...values, rest.length > 0 ? `, and ${count(rest.length)} more` : '', '.');
}

function sameKeyPrecisely(now: Placed, { inputs }: Comparison): Sentence {
  const hit = now.step.hit;
  const not = now.build.record.predicted ? 'It will not run' : 'It did not run';
  if (!hit) return say(`${not}: its key is the same.`);
  if (hit.via === 'below') return say(`${not}: a later step was found in the cache, so nobody asked for this one. Its result is that of ${madeIn(hit)}.`);
  const content = inputs.find((input) => input.content && input.after);
  if (hit.via === 'content' && content?.after) {
    return say(`${not}. A local context has a new definition key in each build; the content it reads, `, same(shortDigest(content.after)), `, was looked up and matched ${madeIn(hit)}. Modified times are not part of it.`);
  }
  return say(`${not} because its operation and the keys of all it stands on are the same as in ${madeIn(hit)}.`);
}

/** Where a result that was found comes from. */
const madeIn = ({ build, imported }: CacheHit): string => (imported === undefined ? `build ${build}` : `the imported cache ${imported}`);

export function mainPath(input: InputComparison | undefined): string {
  return input?.input.paths?.[0] ?? 'what it reads';
}

export function stageName(now: Placed, stage = now.step.stage): string {
  return now.build.record.stages[stage]?.name ?? `stage-${stage}`;
}

function changeCause(change: FileChange): Cause {
  return change.kind === 'content' ? 'file-content' : change.kind === 'mode' ? 'file-mode' : change.kind === 'added' ? 'file-added' : change.kind === 'removed' ? 'file-removed' : 'file-type';
}

function becameExecutable(change: FileChange | undefined): boolean {
  return ((change?.before?.mode ?? 0o111) & 0o111) === 0 && ((change?.after?.mode ?? 0) & 0o111) !== 0;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
