export const advice = {
  'advice.tab': 'Advice',
} as const;
