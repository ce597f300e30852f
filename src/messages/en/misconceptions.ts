/** The page of misconceptions: its frame. The beliefs and what is so are in `predict`. */
export const misconceptions = {
  'misconceptions.title': 'Misconceptions about docker build, each with a build that refutes it',
  'misconceptions.description': '{n} things that are believed of Dockerfiles, the build cache and images, what is so, and two builds that show it.',
  'misconceptions.headline': 'What is believed of builds, and what is so.',
  'misconceptions.lead': 'A wrong guess mostly has a name. Here are {n} of them; behind each link two builds run that show what is so.',
  'misconceptions.topics': 'Topics',
  'misconceptions.graph': 'What runs again',
  'misconceptions.key': 'What counts',
  'misconceptions.context': 'Files given to the build',
  'misconceptions.image': 'Layers and their bytes',
  'misconceptions.elsewhere': 'Names, machines and registries',
  'misconceptions.all': 'All misconceptions',
} as const;
