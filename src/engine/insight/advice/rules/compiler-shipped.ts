import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand, type ShellCommand } from '../commands.ts';
import { placeIn, placesOf, stepAt, type Facts, type RunFacts, type StageFacts } from '../facts.ts';

/** Programs that compile: what they make runs without them. */
function compiles(command: ShellCommand): boolean {
  return (
    isCommand(command, /^go$|^cargo$/, 'build', 'install') ||
    isCommand(command, /^gradlew?$/, 'build', 'assemble', 'jar', 'bootJar') ||
    isCommand(command, /^mvnw?$/, 'package', 'install', 'verify') ||
    isCommand(command, /^dotnet$/, 'publish', 'build') ||
    (isCommand(command, /^(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|rustc|javac|make|cmake)$/) && !command.words.some((word) => /^(?:--?version|-V|--print\S*)$/.test(word)))
  );
}

/** The same in the source, with the verb where there is one. */
const compilerPlace = /\b(?:(?:go|cargo)\s+(?:build|install)|gradlew?\s|mvnw?\s|dotnet\s+(?:publish|build)|(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|rustc|javac|make|cmake)(?=\s|$))/;

const toolchain = /^(?:build-essential|build-base|gcc|g\+\+|make|cmake|clang|musl-dev|rust|cargo|golang|golang-go|go|default-jdk|openjdk-\d+-jdk)$/;

/** The stage that is shipped compiles: compiler, sources and caches are in the image. */
export const compilerShipped: AdviceRule = {
  name: 'compiler-shipped',
  title: { id: 'advice.compiler-shipped-title' },
  find(facts) {
    for (const of of facts.stages.filter(({ inImage }) => inImage)) {
      const run = of.runs.find(({ commands }) => commands.some((command) => compiles(command)));
      if (run) return [shipped(facts, of, run)];
      const install = of.runs.find(({ commands }) => commands.some((command) => installsCompiler(command)));
      if (install && !removesAgain(install)) return [installed(facts, install)];
    }
    return [];
  },
};

function installsCompiler(command: ShellCommand): boolean {
  return (isCommand(command, /^apt(?:-get)?$/, 'install') || isCommand(command, /^apk$/, 'add')) && command.words.some((word) => toolchain.test(word.replace(/=.*/, '')));
}

const removesAgain = ({ commands }: RunFacts): boolean =>
  commands.some((command) => isCommand(command, /^apt(?:-get)?$/, 'purge', 'remove', 'autoremove') || isCommand(command, /^apk$/, 'del'));

function installed(facts: Facts, { run, step }: RunFacts): Finding {
  const size = !step?.bytes ? 'unknown' : step.fidelity === 'exact' ? 'exact' : 'modelled';
  return {
    range: placeIn(facts, run.range, /\b(?:apt-get|apt|apk)\b[^&|;\n]{0,200}?\b(?:install|add)\b/),
    lines: [run.lines],
    message: { id: 'advice.compiler-installed' },
    hint: { id: 'advice.compiler-installed-hint', values: { step: size, bytes: { bytes: step?.bytes ?? 0 } } },
  };
}

function shipped(facts: Facts, of: StageFacts, { run, commands }: RunFacts): Finding {
  const command = commands.find((each) => compiles(each));
  const edit = command && goStages(facts, of, run.range.to, command);
  const base = stepAt(facts.record, of.index, of.stage.lines)?.bytes;
  return {
    range: placeIn(facts, run.range, compilerPlace),
    lines: [run.lines],
    message: { id: 'advice.compiler-shipped', values: { command: command?.words.slice(0, 2).join(' ') ?? '' } },
    hint: { id: 'advice.compiler-shipped-hint', values: { base: base && !edit ? 'known' : 'unknown', bytes: { bytes: base ?? 0 } } },
    ...(edit && { edit, gain: 'image' }),
  };
}

/** A Go program needs nothing of the stage that built it: the stage is named, and what follows the build goes into a second one. */
function goStages(facts: Facts, { stage, index, target, baseStage }: StageFacts, from: number, command: ShellCommand): Finding['edit'] {
  const { text } = facts;
  const output = outputOf(command.words);
  const rest = stage.commands.filter((each) => each.range.from >= from);
  const simple = rest.every(({ type }) => ['CMD', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'LABEL', 'USER', 'STOPSIGNAL'].includes(type));
  const runs = rest.findLast(({ type }) => type === 'ENTRYPOINT' || type === 'CMD');
  const alone = stage.commands.some(({ code }) => /CGO_ENABLED[= ]0/.test(code));
  if (!target || baseStage !== undefined || index !== 0 || command.words[0] !== 'go' || !output || !simple || !alone || !runs) return undefined;
  if (!('cmdline' in runs) || runs.shellForm || runs.cmdline?.[0] !== output) return undefined;
  const place = placesOf(facts, stage).args[0];
  if (!place) return undefined;
  const name = stage.name === '' ? ' AS build' : '';
  const replacement = `${name}${text.slice(place.to, from)}\n\nFROM gcr.io/distroless/static\nCOPY --from=${stage.name || 'build'} ${output} ${output}`;
  return { range: { from: place.to, to: from }, replacement };
}

/** The absolute path after `-o`. */
function outputOf(words: readonly string[]): string | undefined {
  const at = words.indexOf('-o');
  const path = at < 0 ? undefined : words[at + 1];
  return path?.startsWith('/') && !path.endsWith('/') && !path.includes('$') ? path : undefined;
}
