/** Parts of patterns: counts up to nine in words, as prose has them. One has a gender, so each message writes it itself. */

/** `keine`, `zwei` … `neun`, `10`. */
export const words = <Name extends string>(name: Name) =>
  `{${name}, plural, =0 {keine} =1 {eine} =2 {zwei} =3 {drei} =4 {vier} =5 {fünf} =6 {sechs} =7 {sieben} =8 {acht} =9 {neun} other {#}}` as const;

/** The same at the beginning of a sentence. */
export const firstWords = <Name extends string>(name: Name) =>
  `{${name}, plural, =0 {Keine} =1 {Eine} =2 {Zwei} =3 {Drei} =4 {Vier} =5 {Fünf} =6 {Sechs} =7 {Sieben} =8 {Acht} =9 {Neun} other {#}}` as const;
