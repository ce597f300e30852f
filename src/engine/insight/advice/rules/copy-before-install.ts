import type { AddCommand, Command, CopyCommand } from '../../../dockerfile/index.ts';
import type { AdviceRule, Finding, TextEdit } from '../advice.ts';
import type { ShellCommand } from '../commands.ts';
import { plainScript } from '../edits.ts';
import { ecosystems, manifestsIn, type Ecosystem } from '../ecosystems.ts';
import { contextCopies, placesOf, type ContextCopy, type Facts, type RunFacts, type StageFacts } from '../facts.ts';
import { listed } from '../listed.ts';

/** `COPY . .` above the install: every edit of any file installs all dependencies again. */
export const copyBeforeInstall: AdviceRule = {
  name: 'copy-before-install',
  title: { id: 'advice.copy-before-install-title' },
  find(facts) {
    return facts.stages.flatMap((of) => ecosystems.flatMap((ecosystem) => findingOf(facts, of, ecosystem)));
  },
};

/** What is wrong with the first install of an ecosystem in a stage. */
function findingOf(facts: Facts, of: StageFacts, ecosystem: Ecosystem): readonly Finding[] {
  const install = of.runs.find(({ commands }) => commands.some((command) => ecosystem.installs(command)));
  const above = install && contextCopies(of).findLast(({ at, all }) => all && at < install.at);
  const manifests = above ? manifestsIn(facts.sent, ecosystem) : [];
  if (!above || manifests.length === 0) return [];
  const { copy } = above;
  const edit = ecosystem.wantsMore === undefined ? reordered(facts, of, above, install, ecosystem, manifests) : undefined;
  return [{
    range: copy.range,
    lines: [copy.lines, install.run.lines],
    message: { id: 'advice.copy-before-install', values: { copy: short(copy) } },
    hint: { id: ecosystem.wantsMore ?? 'advice.copy-before-install-hint', values: { manifests: listed(manifests) } },
    ...(edit && { edit }),
    gain: 'source-edit',
  }];
}

const short = ({ name, sources, dest }: CopyCommand | AddCommand): string => [name.toUpperCase(), ...sources, dest].join(' ');

/** Manifests in the place of the COPY, and the COPY below the install; undefined where the install cannot be told from the rest of its RUN. */
function reordered(facts: Facts, { stage }: StageFacts, { copy, at }: ContextCopy, install: RunFacts, ecosystem: Ecosystem, manifests: readonly string[]): TextEdit | undefined {
  const { text } = facts;
  const source = (command: Command): string => text.slice(command.range.from, command.range.to).trimEnd();
  const split = splitInstall(facts, install, ecosystem);
  if (!split || stage.commands.slice(at + 1, install.at).some((command) => command.type === 'WORKDIR' && !command.path.startsWith('/'))) return undefined;
  const flags = placesOf(facts, copy).flags.map(({ range }) => `${text.slice(range.from, range.to)} `).join('');
  const dest = /\/$/.test(copy.dest) ? copy.dest : `${copy.dest}/`;
  const between = text.slice(copy.range.to, install.run.range.from);
  const replacement = [`${copy.name} ${flags}${manifests.join(' ')} ${dest}${between}${split.install}`, source(copy), ...(split.rest === undefined ? [] : [split.rest])].join('\n');
  return { range: { from: copy.range.from, to: install.run.range.to }, replacement };
}

/** Commands that stand beside an install and do not look at what is built. */
function readsNoSources({ words: [program = '', verb = ''] }: ShellCommand): boolean {
  return /^(?:npm|pip3?|yarn|pnpm|rm|apt-get|apk|mkdir|echo|set|cd|corepack|true)$/.test(program) && !/^(?:run|build|test)/.test(verb);
}

/** `RUN npm ci && npm run build` → the install, and the rest as a RUN of its own. */
function splitInstall(facts: Facts, { run, commands }: RunFacts, { installs }: Ecosystem): { readonly install: string; readonly rest?: string } | undefined {
  const source = facts.text.slice(run.range.from, run.range.to).trimEnd();
  if (commands.every((command) => installs(command) || readsNoSources(command))) return { install: source };
  const script = plainScript(facts, run);
  const cut = script?.indexOf('&&') ?? -1;
  const [head] = commands;
  if (script === undefined || cut < 0 || !head || !installs(head)) return undefined;
  return { install: `RUN ${script.slice(0, cut).trimEnd().replace(/\\$/, '').trimEnd()}`, rest: `RUN ${script.slice(cut + 2).replace(/^\s*(?:\\\r?\n\s*)?/, '')}` };
}
