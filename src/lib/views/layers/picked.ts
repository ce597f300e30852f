/** What is looked at of an image. */
export interface Picked {
  /** Place of the layer from the bottom, from 0. */
  readonly layer: number;
  /** A path to open the way to. */
  readonly reveal?: string;
  /** Another with every picking, so that the same place can be gone to twice. */
  readonly key: number;
}

export type Side = 'files' | 'ghosts' | 'lines' | 'config' | 'differences';
