/** Every rule of advice, by name. BuildKit's own checks are elsewhere: `dockerfile/checks`. */
import type { AdviceRule } from '../advice.ts';
import { addForCopy } from './add-for-copy.ts';
import { apkCacheLeft } from './apk-cache-left.ts';
import { aptListsLeft } from './apt-lists-left.ts';
import { aptUpdateAlone } from './apt-update-alone.ts';
import { baseUnpinned } from './base-unpinned.ts';
import { buildCacheMissing } from './build-cache-missing.ts';
import { compilerShipped } from './compiler-shipped.ts';
import { contextNotIgnored } from './context-not-ignored.ts';
import { copyBeforeInstall } from './copy-before-install.ts';
import { deletedLater } from './deleted-later.ts';
import { downloadWithBuild } from './download-with-build.ts';
import { packageCacheLeft } from './package-cache-left.ts';
import { packagesUnpinned } from './packages-unpinned.ts';
import { pipeWithoutPipefail } from './pipe-without-pipefail.ts';
import { recursiveOwner } from './recursive-owner.ts';
import { runsAsRoot } from './runs-as-root.ts';
import { secretCopied } from './secret-copied.ts';
import { secretValue } from './secret-value.ts';

export const rules: readonly AdviceRule[] = [
  addForCopy,
  apkCacheLeft,
  aptListsLeft,
  aptUpdateAlone,
  baseUnpinned,
  buildCacheMissing,
  compilerShipped,
  contextNotIgnored,
  copyBeforeInstall,
  deletedLater,
  downloadWithBuild,
  packageCacheLeft,
  packagesUnpinned,
  pipeWithoutPipefail,
  recursiveOwner,
  runsAsRoot,
  secretCopied,
  secretValue,
];
