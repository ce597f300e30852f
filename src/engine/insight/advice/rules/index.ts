/** Every rule of advice, by name. BuildKit's own checks are elsewhere: `dockerfile/checks`. */
import type { AdviceRule } from '../advice.ts';
import { apkCacheLeft } from './apk-cache-left.ts';
import { aptListsLeft } from './apt-lists-left.ts';
import { aptUpdateAlone } from './apt-update-alone.ts';
import { copyBeforeInstall } from './copy-before-install.ts';

export const rules: readonly AdviceRule[] = [
  apkCacheLeft,
  aptListsLeft,
  aptUpdateAlone,
  copyBeforeInstall,
];
