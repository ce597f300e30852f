/** What no simulation can know of a recording, by scenario: the metrics that are not held against it, and why. README.md says more. */
export const unknowable: Readonly<Record<string, { readonly metrics: readonly string[]; readonly why: string }>> = {
  'cache-chmod-directory': {
    metrics: ['plain', 'config', 'diffIDs', 'configDigest'],
    why: '`ls -l` prints what a folder takes on the disk of the recording: 60 bytes in memory, 4096 elsewhere.',
  },
  'cur-dir-mode': {
    metrics: ['plain', 'config', 'diffIDs', 'configDigest'],
    why: '`ls -l` prints the hour at which a folder of the context was changed.',
  },
  'cur-fail-cached-marks': { metrics: ['plain'], why: 'The build fails while the base image is still being unpacked.' },
  'cur-fail-cached-marks-2': { metrics: ['plain'], why: 'The build fails while the base image is still being unpacked.' },
  'lint-copy-ignored-file': {
    metrics: ['plain'],
    why: 'The first build fails while the base image is being unpacked, so that the second one unpacks it again.',
  },
  'platform-flag': { metrics: ['plain'], why: 'One reference for two platforms is resolved once, for whichever asks first.' },
};
