export const timeline = {
  'timeline.tab': 'Timeline',
} as const;
