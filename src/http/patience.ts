/** How long clients are waited for, in milliseconds. */
export abstract class Patience {
  /** Within so long a body has to come whole; one that is imported line by line may take any time. */
  abstract readonly bodyMs: number;
  /** So long the client of an import may neither send nor take anything. */
  abstract readonly silenceMs: number;
  /** So long a write waits for what is doubtful in it; what is not known by then is not told. */
  abstract readonly doubtsMs: number;
  /** So long may working out an answer take. */
  abstract readonly questionMs: number;
}
