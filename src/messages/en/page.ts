export const page = {
  'page.build': 'Build',
  'page.building': 'Building',
  'page.language': 'Language',
} as const;
