/** The rules of makefiles, and those that are built in (GNU make manual, sections 4.11 and 10.2). */
import type { Process } from '../../../system/process.ts';
import { Scope } from './scope.ts';

export interface Recipe {
  /** Line of the rule: `Makefile:3`. */
  readonly place: string;
  readonly lines: { readonly text: string; readonly place: string }[];
  /** Whether it has one even without lines: after a semicolon. */
  readonly given: boolean;
}

/** One rule of a target that is named, not matched. */
export interface ExplicitRule {
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: Recipe;
  /** What `%` stood for in a static pattern. */
  readonly stem?: string;
  /** One of several with a recipe of its own: `::`. */
  readonly double?: boolean;
}

export interface Target {
  readonly name: string;
  readonly rules: ExplicitRule[];
  readonly variables: { readonly name: string; readonly operator: string; readonly value: string }[];
}

export interface PatternRule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: Recipe;
  /** Its prerequisites must exist: no rule is looked for to make them. */
  readonly terminal: boolean;
  readonly builtIn?: boolean;
}

export interface Rules {
  readonly process: Process;
  readonly targets: Map<string, Target>;
  /** What rules name as a prerequisite: it ought to exist, and so may be made by a pattern. */
  readonly mentioned: Set<string>;
  /** Those of the makefiles first. */
  readonly patterns: PatternRule[];
  goal: string | undefined;
}

/** The target of that name; made where there is none. */
export function targetOf({ targets }: Rules, name: string): Target {
  const plain = plainName(name);
  let target = targets.get(plain);
  if (!target) targets.set(plain, (target = { name: plain, rules: [], variables: [] }));
  return target;
}

export function addRule(rules: Rules, name: string, rule: ExplicitRule): void {
  const target = targetOf(rules, name);
  if (rules.goal === undefined && (!name.startsWith('.') || name.includes('/'))) rules.goal = target.name;
  for (const one of rule.prerequisites) rules.mentioned.add(plainName(one));
  target.rules.push({ ...rule, prerequisites: rule.prerequisites.map(plainName), orderOnly: rule.orderOnly.map(plainName) });
}

/** A name without the `./` before it. */
export function plainName(name: string): string {
  return name.replace(/^(?:\.\/)+(?=.)/, '');
}

/** What all rules of a target say together: the last recipe counts, and what its rule needs comes first. */
export function settled({ rules }: Target): { readonly prerequisites: readonly string[]; readonly orderOnly: readonly string[]; readonly recipe?: Recipe; readonly stem?: string } {
  if (rules.length > 1 && rules.every(({ double }) => double)) {
    // Each has its recipe, and they run one after the other.
    const recipe: Recipe = { place: rules[0]!.recipe.place, lines: rules.flatMap((rule) => rule.recipe.lines), given: false };
    return { prerequisites: rules.flatMap((rule) => rule.prerequisites), orderOnly: rules.flatMap((rule) => rule.orderOnly), recipe };
  }
  const main = rules.findLast(({ recipe }) => hasCommands(recipe));
  const sorted = main ? [main, ...rules.filter((rule) => rule !== main)] : rules;
  return {
    prerequisites: sorted.flatMap((rule) => rule.prerequisites),
    orderOnly: sorted.flatMap((rule) => rule.orderOnly),
    ...(main && { recipe: main.recipe }),
    ...(main?.stem !== undefined && { stem: main.stem }),
  };
}

export function hasCommands({ given, lines }: Recipe): boolean {
  return given || lines.length > 0;
}

/** Says which targets have more than one recipe. */
export function warnOfOverriding({ targets, process }: Rules): void {
  for (const { name, rules } of targets.values()) {
    const [last, ...old] = rules.filter(({ recipe, double }) => hasCommands(recipe) && !double).reverse();
    const place = ({ recipe }: ExplicitRule) => recipe.lines[0]?.place ?? recipe.place;
    for (const one of old.slice(0, 1)) process.err(`${place(last!)}: warning: overriding recipe for target '${name}'\n${place(one)}: warning: ignoring old recipe for target '${name}'\n`);
  }
}

/** A rule without a recipe takes back the built-in one for the same pattern. */
export function addPatternRule({ patterns }: Rules, rule: PatternRule): void {
  const at = patterns.findIndex(({ builtIn }) => builtIn);
  patterns.splice(at < 0 ? patterns.length : at, 0, rule);
}

/** `.c.o` as the pattern rule that it is an old way to write; undefined for other names. */
export function suffixRule(name: string): Omit<PatternRule, 'recipe'> | undefined {
  const match = /^(\.[a-zA-Z+]+)(\.[a-zA-Z]+)?$/.exec(name);
  if (!match || !SUFFIXES.has(match[1]!) || (match[2] !== undefined && !SUFFIXES.has(match[2]))) return undefined;
  return { targets: [`%${match[2] ?? ''}`], prerequisites: [`%${match[1]}`], orderOnly: [], terminal: false };
}

const SUFFIXES = new Set('.out .a .o .c .cc .C .cpp .p .f .F .m .r .y .l .s .S .sh .h .elf'.split(' '));

/** Variables that are there from the start. */
const VARIABLES: Readonly<Record<string, string>> = {
  'AR': 'ar', 'ARFLAGS': 'rv', 'AS': 'as', 'CC': 'cc', 'CXX': 'g++', 'CPP': '$(CC) -E', 'LD': 'ld', 'RM': 'rm -f', 'OUTPUT_OPTION': '-o $@',
  'COMPILE.c': '$(CC) $(CFLAGS) $(CPPFLAGS) $(TARGET_ARCH) -c', 'COMPILE.cc': '$(CXX) $(CXXFLAGS) $(CPPFLAGS) $(TARGET_ARCH) -c', 'COMPILE.cpp': '$(COMPILE.cc)', 'COMPILE.C': '$(COMPILE.cc)',
  'LINK.o': '$(CC) $(LDFLAGS) $(TARGET_ARCH)', 'LINK.c': '$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TARGET_ARCH)', 'LINK.cc': '$(CXX) $(CXXFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TARGET_ARCH)', 'LINK.cpp': '$(LINK.cc)', 'LINK.C': '$(LINK.cc)',
  'MAKE': '$(MAKE_COMMAND)', 'MAKE_COMMAND': 'make', 'MAKE_VERSION': '4.4.1', '.SHELLFLAGS': '-c', 'SHELL': '/bin/sh', '.LIBPATTERNS': 'lib%.so lib%.a',
};

/** Target, prerequisite, command of the built-in rules, in the order in which they are tried. */
const BUILT_IN: readonly (readonly [string, string, string])[] = [
  ['%', '%.o', '$(LINK.o) $^ $(LOADLIBES) $(LDLIBS) -o $@'],
  ['%', '%.c', '$(LINK.c) $^ $(LOADLIBES) $(LDLIBS) -o $@'],
  ['%.o', '%.c', '$(COMPILE.c) $(OUTPUT_OPTION) $<'],
  ...['cc', 'C', 'cpp'].flatMap((kind): [string, string, string][] => [['%', `%.${kind}`, `$(LINK.${kind}) $^ $(LOADLIBES) $(LDLIBS) -o $@`], ['%.o', `%.${kind}`, `$(COMPILE.${kind}) $(OUTPUT_OPTION) $<`]]),
  ['%', '%.sh', 'cat $< >$@ \n chmod a+x $@'],
];

/** Rules with what is built in, and a scope with the variables that are. */
export function builtIn(process: Process): { readonly rules: Rules; readonly scope: Scope } {
  const scope = new Scope(process);
  for (const [name, value] of Object.entries(VARIABLES)) scope.set(name, value, 'default', true);
  const patterns = BUILT_IN.map(([target, prerequisite, command]): PatternRule => ({
    targets: [target], prerequisites: [prerequisite], orderOnly: [], terminal: false, builtIn: true,
    recipe: { place: '<builtin>', lines: command.split(' \n ').map((text) => ({ text, place: '<builtin>' })), given: false },
  }));
  return { scope, rules: { process, targets: new Map(), mentioned: new Set(), patterns, goal: undefined } };
}
