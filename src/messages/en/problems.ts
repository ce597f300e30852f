/** What is wrong or worth knowing in the Dockerfile and its ignore file. */
export const problems = {
  'problems.problems': 'Problems',
  'problems.none': 'No problems.',
  'problems.error': 'Error',
  'problems.warning': 'Warning',
  'problems.advice': 'Advice',
  'problems.own-words': 'In BuildKit’s own words',
} as const;
