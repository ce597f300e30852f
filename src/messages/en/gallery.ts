/** The page of all scenes and what their commits cost. */
export const gallery = {
  'gallery.title': 'Scene gallery: what the order of a Dockerfile costs',
  'gallery.description': '{n} projects with two Dockerfiles each: what every kind of commit rebuilds, takes and pushes in both.',
  'gallery.headline': 'What the order of a Dockerfile costs.',
  'gallery.lead': '{n} projects, each with the Dockerfile that is often written for it and one that is well ordered. The tables make the same commits in both and build after each.',
  'gallery.note': 'Times and bytes are modelled wherever a program runs or a layer is packed; which steps run follows from the files alone. How often each kind of commit comes is an assumption of the scene. A push sends the layers that the image before did not have.',
  'gallery.no-push': 'no push',
  'gallery.pushed': '{size} pushed',
  'gallery.open': 'Open in Layerscope',
  'gallery.caption': 'builds after its commits, modelled',
  'gallery.after': 'After a commit to',
  'gallery.average': 'The average commit',
  'gallery.first': 'First build',
  'gallery.image': 'Image, packed',
} as const;
