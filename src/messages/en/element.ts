/** What the frame of an element says before anything is loaded: it stands in the element's own script, so it is little, and takes no values. */
export const element = {
  'element.what': 'A dry run of docker build',
  'element.start': 'Try it',
  'element.loading': 'Loading',
  'element.failed': 'The dry run could not be loaded. What stands here is the page’s own.',
  'element.again': 'Try again',
  'element.nothing': 'Nothing was given to show: a scene, a lesson, a link or a Dockerfile.',
} as const;
