/** One sentence for those who listen: what an edit would do, what a build did. */
export const state = {
  'state.build': 'Build {number}: {counts}. {told, select, yes {Step {step} {cause} } other {}}It took {time}. {image, select, replayed {A real build, replayed.} none {No image was made.} new {The image is new.} other {The image is the same.}}',
  'state.unreadable': 'The Dockerfile cannot be read: <code>{message}</code>',
  'state.nothing-to-build': 'Nothing can be built.',
  'state.nothing-rebuilds': 'Nothing will rebuild.',
  'state.rebuilds': '{n} of {of, plural, one {# step} other {# steps}} will rebuild, about {time}.',
  'state.date': 'It is {date} now: tags of base images may have moved.',
  'state.set-aside': 'The saved work could not be read (<code>{problem}</code>). It was set aside in this browser; this is a fresh scene.',
  'state.engine-closed': 'The engine was closed.',
  'state.engine-part-unreachable': 'A part of the engine could not be loaded. Nothing is lost: check the connection and try again.',
  'state.engine-slow': 'The engine took too long and was started again.',
  'state.engine-stopped': 'The engine stopped and was started again. Nothing is lost.',
  'state.engine-stopped-twice': 'The engine stopped twice at this; it was left out. Nothing else is lost.',
} as const;
