import { folder, type Files } from './tree.ts';

/** The folders that every Linux image has. */
export const folders: Files = {
  dev: folder(),
  etc: folder(),
  home: folder(),
  mnt: folder(),
  opt: folder(),
  proc: folder(0o555),
  root: folder(0o700),
  run: folder(),
  srv: folder(),
  sys: folder(0o555),
  tmp: folder(0o1777),
  'var/tmp': folder(0o1777),
};
