/** Something that was asked for cannot be done. Its message is a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
