/** English: pictures to keep of what a view shows. */
export const picture = {
  'picture.modelled': 'Modelled: follows a model of the command, not a run of it.',
} as const;
