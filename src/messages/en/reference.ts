/** The page about build checks: its frame. What BuildKit says of each stays BuildKit's. */
export const reference = {
  'reference.title': 'Build checks: what Docker finds in a Dockerfile, and why',
  'reference.description': 'All {n} of BuildKit’s build checks with an example of each side, and the advice that Layerscope adds.',
  'reference.headline': 'What a build check finds, and why.',
  'reference.lead': 'BuildKit has {n} checks of its own. Layerscope runs the same ones while you write, with the same words at the same lines. Below them stands the advice that it adds, which is never mixed with them.',
  'reference.checks': 'BuildKit’s checks',
  'reference.experimental': 'experimental: only where <code>{directive}</code> asks for it',
  'reference.ignore-holds': '<code>.dockerignore</code> holds <code>{patterns}</code>.',
  'reference.reported': 'Reported',
  'reference.not-reported': 'Not reported',
  'reference.line': 'Line {line}',
  'reference.docker-page': 'Docker’s page about it',
  'reference.advice': 'Layerscope’s advice',
  'reference.advice-lead': 'A blanket rule costs some people more than it saves. So each piece of advice is tried on the Dockerfile at hand before it is given: the proposed edit is built beside the original, and the panel says what it saves on the next edit of a source file, or in the image, and whether the image keeps its files.',
} as const;
