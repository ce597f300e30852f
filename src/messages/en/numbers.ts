/** Parts of patterns: counts up to nine in words, as prose has them. */

/** `no`, `one` … `nine`, `10`. */
export const words = <Name extends string>(name: Name) =>
  `{${name}, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} other {#}}` as const;

/** The same at the beginning of a sentence. */
export const firstWords = <Name extends string>(name: Name) =>
  `{${name}, plural, =0 {No} =1 {One} =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} =7 {Seven} =8 {Eight} =9 {Nine} other {#}}` as const;
