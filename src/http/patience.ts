/** How long clients are waited for, in milliseconds. */
export abstract class Patience {
  /** Within so long a body has to come whole; one that is imported line by line may take any time. */
  abstract readonly bodyMs: number;
  /** So long the client of an import may neither send nor take anything. */
  abstract readonly silenceMs: number;
}
