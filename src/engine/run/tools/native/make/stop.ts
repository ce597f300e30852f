/** Ends make: its words after `*** `, with a place before them where they have one. */
export class MakeStop extends Error {
  readonly place: string | undefined;

  constructor(message: string, place?: string) {
    super(message);
    this.place = place;
  }
}
