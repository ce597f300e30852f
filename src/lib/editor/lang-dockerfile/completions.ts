import { instructions } from '#engine/dockerfile/index.ts';
import { t } from '#messages/index.ts';
import type { DockerfileConfig } from './config.ts';
import { directives } from './directives.ts';
import { modelOf, type StageEntry } from './model.ts';
import { mountFields, mountType, mountTypes } from './mount-fields.ts';
import { placeAt, type Place } from './place.ts';
import { pathOffers } from './path-offers.ts';
import { platformArguments, proxyArguments, variablesAt } from './variables.ts';

/** Something to write at a place. */
export interface Offer {
  readonly label: string;
  readonly kind: 'keyword' | 'flag' | 'value' | 'stage' | 'image' | 'path' | 'variable' | 'snippet';
  /** Written instead of the label; with `${}` it is a snippet. */
  readonly insert?: string;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** The next word can be offered at once. */
  readonly goOn?: boolean;
  /** Order among the others: higher first. */
  readonly boost?: number;
}

/** Offers for the text between two places. */
export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
}

/** What can be written at a place, best first, unfiltered; nothing where nothing is known. */
export function offersAt(text: string, position: number, config: DockerfileConfig = {}): Offers | undefined {
  const place = placeAt(text, position);
  const offers = place && offersFor(place, text, position, config);
  return offers && offers.length > 0 ? { from: place.from, offers } : undefined;
}

function offersFor(place: Place, text: string, position: number, config: DockerfileConfig): readonly Offer[] {
  switch (place.kind) {
    case 'instruction':
      return instructionOffers(text, place);
    case 'directive':
      return directives.map(({ name, insert, documentation }) => ({ label: name, kind: 'keyword', insert, documentation }));
    case 'variable':
      return variablesAt(text, position, config.variables?.()).map(({ name, value, origin }) => ({ label: name, kind: 'variable', detail: value === undefined ? origin : `${value} · ${origin}` }));
    case 'flag':
      return place.spec.flags
        .filter((flag) => flag.kind === 'list' || !place.used.includes(flag.name))
        .map((flag) => ({
          label: `--${flag.name}${flag.kind === 'bool' ? '' : '='}`,
          kind: 'flag',
          ...(flag.placeholder ? { detail: flag.placeholder } : {}),
          documentation: flag.documentation,
          goOn: flag.kind !== 'bool',
        }));
    case 'flag-value':
      return flagValueOffers(place, text, position);
    case 'argument':
      return argumentOffers(place, text, position, config);
  }
}

/** Instructions in the case the file is written in, and their longer forms once something was typed. */
function instructionOffers(text: string, { prefix }: Place): readonly Offer[] {
  const first = modelOf(text).instructions.find(({ node }) => node.keyword.length > prefix.length)?.node.keyword;
  const lower = prefix === '' ? first !== undefined && first === first.toLowerCase() : /^[a-z]/.test(prefix);
  const cased = (word: string) => (lower ? word.toLowerCase() : word);
  return instructions
    .filter((spec) => spec.keyword !== 'MAINTAINER')
    .flatMap((spec): readonly Offer[] => {
      const keyword = cased(spec.keyword);
      const behind = (form: string) => form.slice(spec.keyword.length);
      const word: Offer = { label: keyword, kind: 'keyword', insert: `${keyword} `, detail: behind(spec.usage[0]!).trimStart(), documentation: spec.documentation, goOn: true, boost: 1 };
      if (prefix === '') return [word];
      const longer = spec.completions.map((form): Offer => ({ label: keyword + behind(form).replace(/\$\{([^}]*)\}/g, '$1'), kind: 'snippet', insert: keyword + behind(form) }));
      return [word, ...longer];
    });
}

function stageOffers(stages: readonly StageEntry[]): readonly Offer[] {
  const named = stages.filter((stage) => stage.name !== '');
  return named.map((stage) => ({ label: stage.name, kind: 'stage', detail: t('editor.stage-from', { base: stage.base, line: stage.lines.first }), boost: 2 }));
}

/** Stages before the one a place is in. */
function earlierStages(text: string, position: number): readonly StageEntry[] {
  const { stages } = modelOf(text);
  const current = stages.findLast((stage) => stage.range.from <= position);
  return current ? stages.slice(0, current.index) : [];
}

function flagValueOffers(place: Extract<Place, { kind: 'flag-value' }>, text: string, position: number): readonly Offer[] {
  if (place.flag === 'from') return stageOffers(earlierStages(text, position));
  if (place.flag === 'mount') return mountOffers(place.value, place.prefix, text, position);
  const flag = place.spec.flags.find((spec) => spec.name === place.flag);
  const values = flag?.values ?? (flag?.kind === 'bool' ? ['true', 'false'] : []);
  return values.map((label) => ({ label, kind: 'value' }));
}

function mountOffers(value: string, prefix: string, text: string, position: number): readonly Offer[] {
  const equals = prefix.indexOf('=');
  if (equals >= 0) {
    const name = prefix.slice(0, equals);
    const before = `${name}=`;
    if (name === 'type') return mountTypes.map((type) => ({ label: before + type.name, kind: 'value', documentation: type.documentation }));
    if (name === 'from') return stageOffers(earlierStages(text, position)).map((offer) => ({ ...offer, label: before + offer.label }));
    return (mountFields.find((field) => field.name === name)?.values ?? []).map((label) => ({ label: before + label, kind: 'value' }));
  }
  const used = value.split(',').map((field) => field.split('=')[0]);
  const type = mountType(value);
  return mountFields
    .filter((field) => field.types.includes(type) && !used.slice(0, -1).includes(field.name))
    .map(({ name, documentation }) => ({ label: /^read/.test(name) ? name : `${name}=`, kind: 'flag', documentation, goOn: true }));
}

function argumentOffers({ spec, words, flags, prefix }: Extract<Place, { kind: 'argument' }>, text: string, position: number, config: DockerfileConfig): readonly Offer[] {
  switch (spec.keyword) {
    case 'FROM':
      return baseOffers(words.length, text, position, config);
    case 'COPY':
    case 'ADD':
      return flags.some((flag) => flag.startsWith('--from=')) ? [] : pathOffers(config.paths?.() ?? [], prefix);
    case 'ARG':
      return prefix.includes('=') ? [] : [...globalArguments(text), ...platformArguments, ...proxyArguments].map((label, i) => ({ label, kind: 'variable', boost: -i }));
    case 'HEALTHCHECK':
      return words.length > 0 ? [] : [{ label: 'CMD', kind: 'keyword' }, { label: 'NONE', kind: 'keyword', detail: t('editor.no-healthcheck') }];
    case 'STOPSIGNAL':
      return words.length > 0 ? [] : ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGUSR1', 'SIGKILL'].map((label) => ({ label, kind: 'value' }));
    default:
      return [];
  }
}

/** Behind FROM: a base, then AS; the name is the writer's. */
function baseOffers(words: number, text: string, position: number, config: DockerfileConfig): readonly Offer[] {
  if (words === 1) return [{ label: modelOf(text).instructions.some(({ node }) => node.keyword === 'from') ? 'as' : 'AS', kind: 'keyword', detail: t('editor.names-stage') }];
  if (words > 1) return [];
  const images = (config.images?.() ?? []).map(({ ref, detail }): Offer => ({ label: ref, kind: 'image', ...(detail ? { detail } : {}) }));
  return [...stageOffers(earlierStages(text, position)), ...images, { label: 'scratch', kind: 'image', detail: t('editor.scratch') }];
}

function globalArguments(text: string): readonly string[] {
  return modelOf(text).definitions.filter(({ stage }) => stage < 0).map(({ name }) => name);
}
