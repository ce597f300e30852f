import { t } from '#messages/index.ts';
import { modelOf, type DockerfileModel, type VariableDefinition } from './model.ts';

/** A variable whose value comes from outside the Dockerfile: a build argument, or the environment of a base image. */
export interface KnownVariable {
  readonly name: string;
  readonly value: string;
  /** `--build-arg`, `golang:1.27`: where it is set. */
  readonly origin: string;
}

/** A variable that can be used at some place. */
export interface VariableInScope {
  readonly name: string;
  readonly value?: string;
  /** `ENV, line 4`, `ARG, line 1`, `set by BuildKit`. */
  readonly origin: string;
  readonly definition?: VariableDefinition;
}

/** Arguments that BuildKit gives a value (BuildKit `dockerfile2llb/platform.go`); a stage must declare them with ARG. */
export const platformArguments: readonly string[] = ['BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT', 'TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'TARGETSTAGE'];

/** Arguments that a stage has without ARG (BuildKit `dockerfile2llb`, predefined proxy arguments). */
export const proxyArguments: readonly string[] = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

/** The variables that an instruction at a place can use, the latest definition of each, by name. */
export function variablesAt(text: string, position: number, known: readonly KnownVariable[] = []): readonly VariableInScope[] {
  const model = modelOf(text);
  const entry = model.instructions.findLast(({ node }) => node.range.from <= position);
  const inFrom = entry === undefined || entry.stage < 0 || entry.node.keyword.toUpperCase() === 'FROM';
  // ENV a=1 b=$a reads the `a` from before it; ARG takes effect word by word.
  const limit = entry && entry.node.keyword.toUpperCase() === 'ENV' && position <= entry.node.range.to ? entry.node.range.from : position;
  const found = new Map<string, VariableInScope>();
  if (inFrom) for (const name of platformArguments) found.set(name, { name, origin: t('editor.set-by-buildkit') });
  else for (const { name, value, origin } of known) if (origin !== buildArgument) found.set(name, { name, value, origin });

  for (const definition of inFrom ? model.definitions.filter(({ stage }) => stage < 0) : stageDefinitions(model, entry.stage)) {
    if (definition.range.from >= limit && (inFrom || definition.stage === entry.stage)) continue;
    found.set(definition.name, described(model, definition, known, found.get(definition.name)));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Origin of a value given with `--build-arg`. */
export const buildArgument = '--build-arg';

/** ENVs of the stages it starts from, then its own ARGs and ENVs. */
function stageDefinitions(model: DockerfileModel, stage: number): readonly VariableDefinition[] {
  const chain: number[] = [];
  for (let at: number | undefined = stage; at !== undefined && !chain.includes(at); at = model.stages[at]?.from) chain.unshift(at);
  return chain.flatMap((index) => model.definitions.filter((definition) => definition.stage === index && (index === stage || definition.kind === 'ENV')));
}

function described(model: DockerfileModel, definition: VariableDefinition, known: readonly KnownVariable[], earlier: VariableInScope | undefined): VariableInScope {
  const { name, kind, line, value } = definition;
  if (kind === 'ARG') {
    if (earlier?.definition?.kind === 'ENV') return earlier;
    const given = known.find((variable) => variable.name === name && variable.origin === buildArgument);
    if (given) return { name, value: given.value, origin: t('editor.declared-in-line', { origin: buildArgument, line }), definition };
    if (value === undefined) {
      const global = model.definitions.findLast((other) => other.name === name && other.stage < 0);
      if (global && global !== definition && global.value !== undefined) return { name, value: unquoted(global.value), origin: t('editor.set-in-line', { keyword: 'ARG', line: global.line }), definition };
      if (platformArguments.includes(name)) return { name, origin: t('editor.set-by-buildkit'), definition };
    }
  }
  return { name, ...(value === undefined ? {} : { value: unquoted(value) }), origin: t('editor.set-in-line', { keyword: kind, line }), definition };
}

/** `"a b"` → `a b`; other words stay as they are. */
function unquoted(value: string): string {
  return /^"[^"\\]*"$|^'[^']*'$/.test(value) ? value.slice(1, -1) : value;
}

/** `$NAME`, `${NAME:-x}` → `NAME`. */
export function variableName(token: string): string {
  return /^\$\{?([A-Za-z_][A-Za-z0-9_]*)/.exec(token)?.[1] ?? '';
}
