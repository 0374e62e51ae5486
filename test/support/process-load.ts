import type { Random } from '../../bench/generator/random.js';
import { api, KEY, rebuild } from './process-clients.js';
import type { Program } from './process-program.js';

const NEGOTIATION = 'ukraine-peace';
const REPORTS = `/admin/negotiations/${NEGOTIATION}/reports`;
const IMPORT = `/admin/negotiations/${NEGOTIATION}/import`;
const PROPOSITIONS = ['negotiated-end-of-war', 'concessions-to-russia', 'direct-talks-with-putin', 'trilateral-meeting', 'ceasefire-talks'];
const PARTIES = ['ukraine', 'russia', 'germany', 'france', 'united-states'];
const MODALITIES = ['demands', 'supports', 'open-to', 'undecided', 'rejects', 'red-line'];

/** A report of what a party holds on some day before its source came out. */
export function statedPosition(id: string, random: Random): object {
  return {
    id,
    type: 'PositionStated',
    source: { id: 'article-002' },
    ...(random.chance(0.7) && { occurred: `2025-12-${String(random.between(1, 14)).padStart(2, '0')}` }),
    summary: `This is ${id}.`,
    data: { party: random.pick(PARTIES), proposition: random.pick(PROPOSITIONS), modality: random.pick(MODALITIES) },
  };
}

/** Everything at once: several clients post, one imports, and the read model is rebuilt again and again, until the connection breaks. */
export class Load {
  /** Ids of the reports that were acknowledged. */
  readonly acknowledged: string[] = [];
  /** How often the read model was rebuilt meanwhile. */
  rebuilt = 0;
  private readonly first = Promise.withResolvers<undefined>();

  /** @param name no other load has it */
  constructor(
    private readonly program: Program,
    private readonly name: string,
    private readonly random: Random,
  ) {}

  /** Settles when the connection broke. */
  async untilItBreaks({ clients, lines }: { readonly clients: number; readonly lines: number }): Promise<void> {
    const all = [
      ...Array.from({ length: clients }, (_, i) => this.posts(`${this.name}-${String(i)}`)),
      this.imports(`${this.name}-line`, lines),
      this.rebuilds(),
    ];
    await Promise.all(all.map((ending) => ending.catch(throwUnlessBroken)));
  }

  /** Settles with the first acknowledgement. */
  async hasBegun(): Promise<void> {
    await this.first.promise;
  }

  private async posts(client: string): Promise<void> {
    for (let n = 0; ; n += 1) {
      const id = `${client}-${String(n)}`;
      const { status } = await api(this.program, 'POST', REPORTS, statedPosition(id, this.random));
      if (status !== 201) throw new Error(`${id} was answered by ${String(status)}`);
      this.takeNote(id);
    }
  }

  private async imports(client: string, lines: number): Promise<void> {
    for (let n = 0; ; n += 1) {
      const sent = Array.from({ length: lines }, (_, i) => `${client}-${String(n)}-${String(i)}`);
      const body = sent.map((id) => JSON.stringify({ entry: 'report', ...statedPosition(id, this.random) })).join('\n');
      const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' };
      const answer = await fetch(`${this.program.url}/v1${IMPORT}`, { method: 'POST', headers, body });
      for await (const { id, outcome } of outcomesIn(answer)) {
        if (outcome === 'rejected') throw new Error(`${String(id)} was rejected`);
        if (outcome === 'created' && id !== undefined) this.takeNote(id);
      }
    }
  }

  private async rebuilds(): Promise<void> {
    while (await rebuild(this.program)) this.rebuilt += 1;
    throw new Error('a rebuild held other rows than the file in use');
  }

  private takeNote(id: string): void {
    this.acknowledged.push(id);
    this.first.resolve(undefined);
  }
}

/** What an import says of its lines, as far as the connection lasts. @throws TypeError where it breaks */
async function* outcomesIn(answer: Response): AsyncGenerator<{ readonly id?: string; readonly outcome?: string }> {
  let rest = '';
  for await (const chunk of answer.body ?? []) {
    const lines = (rest + Buffer.from(chunk as Uint8Array).toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as { id?: string; outcome?: string };
  }
}

/** `fetch` throws a TypeError where the connection breaks, but not one of the realm that Jest runs tests in. */
function throwUnlessBroken(error: unknown): void {
  if ((error as Error).name !== 'TypeError') throw error;
}
