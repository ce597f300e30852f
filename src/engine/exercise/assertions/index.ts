/** Every assertion there is, by its key. */
import type { Assertion, Assertions, Finding, Subject } from '../assertion.ts';
import * as config from './config.ts';
import * as context from './context.ts';
import * as files from './files.ts';
import { not } from './not.ts';
import { imagesBelow } from './images.ts';
import { differs } from './platforms.ts';
import * as registry from './registry.ts';
import * as sizes from './sizes.ts';
import { builds, cached, fails, native, quiet, reruns, runsAtMost, secondsBelow } from './steps.ts';

type Known = { readonly [K in keyof Assertions]-?: Assertion<K> };

export const assertions: Known = {
  builds,
  cached,
  reruns,
  quiet,
  fails,
  'seconds-below': secondsBelow,
  'size-below': sizes.sizeBelow,
  'added-below': sizes.addedBelow,
  has: files.has,
  lacks: files.lacks,
  mode: files.mode,
  owner: files.owner,
  contains: files.contains,
  'no-ghost': files.noGhost,
  'layers-lack': files.layersLack,
  'layers-at-most': sizes.layersAtMost,
  'same-files': files.sameFiles,
  config: config.config,
  'history-lacks': config.historyLacks,
  'env-lacks': config.envLacks,
  'context-below': context.contextBelow,
  'context-has': context.contextHas,
  'context-lacks': context.contextLacks,
  lint: config.lint,
  registry: registry.registry,
  'sent-below': registry.sentBelow,
  'received-below': registry.receivedBelow,
  ran: registry.ran,
  'ran-since-build': registry.ranSinceBuild,
  'images-below': imagesBelow,
  disk: registry.disk,
  platforms: sizes.platforms,
  differs,
  native,
  'runs-at-most': runsAtMost,
  not,
};

/** Keys of the assertions that a check makes. */
export function assertionKeys(check: Assertions): readonly (keyof Assertions)[] {
  return (Object.keys(assertions) as (keyof Assertions)[]).filter((key) => check[key] !== undefined);
}

/** What one of the assertions that are made says of a subject. */
export function findingOf<K extends keyof Assertions>(key: K, subject: Subject, made: Assertions): Finding {
  const assertion = assertions[key] as unknown as Assertion<K>;
  return assertion.judge(subject, made[key] as NonNullable<Assertions[K]>);
}
