/** Whoever asked has left: nobody waits for the answer. */
export class QuestionDropped extends Error {}

/** Working out the answer took longer than a question may. */
export class QuestionTooDear extends Error {
  /** @param instead what to ask for instead, where that is known of the question */
  constructor(
    message: string,
    readonly instead?: string,
  ) {
    super(message);
  }
}
