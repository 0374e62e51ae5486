/** Another address to go to. */
export class Redirect {
  constructor(readonly url: string) {}
}
