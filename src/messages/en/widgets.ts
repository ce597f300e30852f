/** Words that several views share: the states of a step, and counts. */
export const widgets = {
  'widgets.steps': '{n, plural, one {# step} other {# steps}}',
  'widgets.files': '{n, plural, one {# file} other {# files}}',
  'widgets.layers': '{n, plural, one {# layer} other {# layers}}',
  'widgets.cached': 'Cached',
  'widgets.rebuilt': 'Rebuilt',
  'widgets.failed': 'Failed',
  'widgets.not-needed': 'Not needed',
  'widgets.stopped': 'Stopped',
  'widgets.running': 'Running',
  'widgets.waiting': 'Waiting',
  'widgets.will-rebuild': 'Will rebuild',
  'widgets.will-stay-cached': 'Will stay cached',
  'widgets.will-fail': 'Will fail',
  'widgets.close': 'Close',
} as const;
