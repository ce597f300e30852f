/** One sentence for those who listen: what an edit would do, what a build did. */
export const state = {
  'state.build': 'Build {number}: {cached, plural, =0 {} other {# cached, }}{rebuilt, plural, =0 {} other {# rebuilt, }}{failed, plural, =0 {} other {# failed, }}{unneeded, plural, =0 {} other {# not needed, }}{time}. {image, select, replayed {A real build, replayed.} none {No image was made.} new {The image is new.} other {The image is the same.}}',
  'state.unreadable': 'The Dockerfile cannot be read: <code>{message}</code>',
  'state.nothing-to-build': 'Nothing can be built.',
  'state.nothing-rebuilds': 'Nothing will rebuild.',
  'state.rebuilds': '{n} of {of, plural, one {# step} other {# steps}} will rebuild, about {time}.',
  'state.date': 'It is {date} now: tags of base images may have moved.',
} as const;
