/**
 * The plan of an unchanged Dockerfile is the plan of the last build, down to the object: keystrokes in other files then cost
 * nothing here, and all that is computed of a graph can be kept beside it.
 */
import { planBuild } from '../graph/index.ts';
import type { PlanRequest } from '../graph/index.ts';
import type { PlanResult } from '../graph/plan.ts';
import type { ResolveImage } from '../image/base.ts';

/** An image that the plan asked for. */
export interface Lookup {
  readonly ref: string;
  readonly platform: string;
  readonly image: ReturnType<ResolveImage>;
}

/** A plan, and the images it was made with. */
export interface Planned {
  readonly result: PlanResult;
  readonly lookups: readonly Lookup[];
}

interface Memo extends Planned {
  readonly request: PlanRequest;
  readonly inputs: string;
}

/** Enough for a few workspaces with a prediction each. */
const kept = 8;
const memos: Memo[] = [];

/** `planBuild`, and what it looked up. The images are looked up again each time: a tag may have moved. */
export function planOf(request: PlanRequest): Planned {
  const { dockerfile, options, ignore, contextIgnore } = request;
  const inputs = JSON.stringify([options, ignore, contextIgnore]);
  const at = memos.findIndex((memo) => memo.request.dockerfile === dockerfile && memo.inputs === inputs && stillTrue(memo, request.resolve));
  const memo = at < 0 ? planAnew(request, inputs) : memos.splice(at, 1)[0]!;
  memos.unshift(memo);
  memos.length = Math.min(memos.length, kept);
  return memo;
}

const stillTrue = (memo: Memo, resolve: ResolveImage): boolean =>
  memo.lookups.every(({ ref, platform, image }) => !('error' in image) && resolve(ref, platform) === image);

function planAnew(request: PlanRequest, inputs: string): Memo {
  const lookups: Lookup[] = [];
  const resolve: ResolveImage = (ref, platform) => {
    const image = request.resolve(ref, platform);
    lookups.push({ ref, platform, image });
    return image;
  };
  return { request, inputs, result: planBuild({ ...request, resolve }), lookups };
}
