/** The build's log: its words are BuildKit's, the frame is ours. */
export const log = {
  'log.log': 'Build log',
  'log.empty': 'The log appears here when you build.',
} as const;
