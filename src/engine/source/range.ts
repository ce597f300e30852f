/** A half-open span of a text, in UTF-16 code units: `text.slice(from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whole lines, 1-based and inclusive, as BuildKit reports places. `first` is 0 where BuildKit has no line. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}
