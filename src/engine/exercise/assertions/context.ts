/** Which files the builder may read. */
import { filterContext, findIgnoreFile } from '../../context/index.ts';
import { get, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { Assertion, Subject } from '../assertion.ts';
import { globber, leaves } from '../image.ts';
import { bytesOfSize } from '../sizes.ts';
import { currentState } from '../../workspace/workspace.ts';

/** The context as the ignore file leaves it. */
function sent({ workspace }: Subject): DirNode {
  const { context, options } = currentState(workspace);
  return filterContext(context, findIgnoreFile(context, options.file ?? workspace.scenario.dockerfile));
}

export const contextBelow: Assertion<'context-below'> = {
  key: 'context-below',
  about: 'world',
  judge(subject, size) {
    const [bytes, most] = [sizeOf(sent(subject)), bytesOfSize(size)];
    return bytes < most ? { holds: true } : { holds: false, because: { id: 'exercise.size', values: { size: { bytes }, most: { bytes: most } } } };
  },
};

export const contextHas: Assertion<'context-has'> = {
  key: 'context-has',
  about: 'world',
  judge(subject, globs) {
    const tree = sent(subject);
    const paths = [...leaves(tree).keys()];
    const path = globs.find((glob) => !paths.some(globber([glob])) && get(tree, glob) === undefined);
    return path === undefined ? { holds: true } : { holds: false, because: { id: 'exercise.context-lacks', values: { path } } };
  },
};

export const contextLacks: Assertion<'context-lacks'> = {
  key: 'context-lacks',
  about: 'world',
  judge(subject, globs) {
    const path = [...leaves(sent(subject)).keys()].find(globber(globs));
    return path === undefined ? { holds: true } : { holds: false, because: { id: 'exercise.context-has', values: { path } } };
  },
};
