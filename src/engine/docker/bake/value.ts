/** Values of bake files. */
export type BakeValue = null | boolean | number | string | readonly BakeValue[] | { readonly [name: string]: BakeValue };

/** Whether a value is a list. */
export const isBakeList = (value: BakeValue | undefined): value is readonly BakeValue[] => Array.isArray(value);
/** Whether a value is an object. */
export const isBakeObject = (value: BakeValue | undefined): value is { readonly [name: string]: BakeValue } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value within a text, as HCL converts it. */
export const bakeText = (value: BakeValue): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
