import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { ReportsLinked } from '../../src/vocabulary/events/report-links.js';
import type { Command, CommandTo, Setup } from './histories-commands.js';
import { ContentWriter } from './histories-content.js';
import { LogWriter } from './histories-log-writer.js';
import { RegistryWriter, reportedDate } from './histories-registry.js';
import type { Earlier } from './histories-drawn.js';
import type { ReportDraft } from './histories-reports.js';
import { merged } from './histories-merged.js';
import { NEGOTIATION } from './histories-universe.js';

type Link = Omit<ReportsLinked, 'type'>;

interface Written {
  readonly id: string;
  draft: ReportDraft;
  content: ReportContent;
  retracted: boolean;
}

/** Writes what the commands say as a valid log; what cannot be at that place is left out. */
export function written(setup: Setup, commands: readonly Command[], maxReports: number): readonly Recorded[] {
  const history = new HistoryWriter(setup, maxReports);
  for (const command of commands) history.obey(command);
  return history.log;
}

class HistoryWriter {
  private readonly writer = new LogWriter();
  private readonly registry: RegistryWriter;
  private readonly contents: ContentWriter;
  private readonly reports: Written[] = [];
  private readonly withdrawn = new Map<string, boolean>();
  private readonly links: Link[] = [];
  private corrections = 0;

  constructor(
    setup: Setup,
    private readonly maxReports: number,
  ) {
    this.registry = new RegistryWriter(this.writer, setup);
    this.contents = new ContentWriter(this.registry, setup, (earlier, fits) => this.find(earlier, fits));
  }

  get log(): readonly Recorded[] {
    return this.writer.log;
  }

  obey(command: Command): void {
    switch (command.do) {
      case 'report':
        this.report(command.draft);
        break;
      case 'correct':
        this.correct(command);
        break;
      case 'change':
        this.registry.change(command);
        break;
      case 'chain':
        for (const draft of command.drafts) this.report(draft);
        break;
      case 'turns':
        this.takeTurns(command);
        break;
      case 'retract':
        this.retract(command);
        break;
      case 'reinstate':
        this.reinstate(command);
        break;
      case 'withdraw':
      case 'readmit':
        this.withdraw(command);
        break;
      case 'link':
        this.link(command);
        break;
      case 'unlink':
        this.unlink();
    }
  }

  private report(draft: ReportDraft): void {
    if (this.reports.length >= this.maxReports) return;
    const id = `r${String(this.reports.length + 1)}`;
    const content = this.contents.content(id, `report ${id}`, draft);
    this.writer.append(content);
    this.reports.push({ id, draft, content, retracted: false });
  }

  private correct(command: CommandTo<'correct'>): void {
    const target = this.latest(command.back);
    if (target === undefined || target.retracted) return;
    this.corrections += 1;
    const note = `correction ${String(this.corrections)}`;
    target.draft = merged(target.draft, command);
    target.content = this.contents.content(target.id, `report ${target.id}, ${note}`, target.draft);
    const { reason, published } = removal(command);
    this.writer.append({
      type: 'ReportCorrected',
      negotiation: NEGOTIATION,
      id: target.id,
      reason,
      published,
      note,
      report: target.content,
    });
  }

  private retract(command: CommandTo<'retract'>): void {
    const target = this.latest(command.back);
    if (target === undefined || target.retracted) return;
    target.retracted = true;
    this.writer.append({ type: 'ReportRetracted', negotiation: NEGOTIATION, id: target.id, ...removal(command), note: null });
  }

  private reinstate(command: CommandTo<'reinstate'>): void {
    const retracted = this.reports.filter((report) => report.retracted);
    const target = retracted[retracted.length - 1 - (command.back % Math.max(retracted.length, 1))];
    if (target === undefined) return;
    target.retracted = false;
    this.writer.append({ type: 'ReportReinstated', negotiation: NEGOTIATION, id: target.id, ...removal(command), note: null });
  }

  /** Each step takes back what the one before it did. */
  private takeTurns({ back, index, steps }: CommandTo<'turns'>): void {
    const report = this.latest(back);
    for (const step of steps) {
      if (index !== null) {
        const isWithdrawn = this.withdrawn.get(this.registry.need('source', index)) ?? false;
        this.withdraw({ do: isWithdrawn ? 'readmit' : 'withdraw', index, ...step });
      } else if (report !== undefined) {
        const type = report.retracted ? 'ReportReinstated' : 'ReportRetracted';
        report.retracted = !report.retracted;
        this.writer.append({ type, negotiation: NEGOTIATION, id: report.id, ...removal(step), note: null });
      }
    }
  }

  private withdraw(command: CommandTo<'withdraw' | 'readmit'>): void {
    const id = this.registry.need('source', command.index);
    const withdraws = command.do === 'withdraw';
    if ((this.withdrawn.get(id) ?? false) === withdraws) return;
    this.withdrawn.set(id, withdraws);
    const type = withdraws ? 'SourceWithdrawn' : 'SourceReadmitted';
    this.writer.append({ type, negotiation: NEGOTIATION, id, ...removal(command), note: null });
  }

  private link(command: CommandTo<'link'>): void {
    const from = this.latest(command.back);
    const to = this.latest(command.to);
    if (from === undefined || to === undefined || from === to) return;
    const link: Link = { negotiation: NEGOTIATION, id: from.id, kind: command.kind, to: to.id };
    if (this.links.some((other) => other.id === link.id && other.kind === link.kind && other.to === link.to)) return;
    this.links.push(link);
    this.writer.append({ type: 'ReportsLinked', ...link });
  }

  private unlink(): void {
    const link = this.links.shift();
    if (link !== undefined) this.writer.append({ type: 'ReportsUnlinked', ...link });
  }

  private latest(back: number): Written | undefined {
    return this.reports[this.reports.length - 1 - (back % Math.max(this.reports.length, 1))];
  }

  private find(earlier: Earlier | null, fits: (content: ReportContent) => boolean): string | null {
    if (earlier === null) return null;
    const fitting = earlier.among === 'all' ? this.reports : this.reports.filter(({ content }) => fits(content));
    return fitting[fitting.length - 1 - (earlier.back % Math.max(fitting.length, 1))]?.id ?? null;
  }
}

/** Only the reason `source` must come with a date, `coding` may. */
function removal({ reason, published }: Pick<CommandTo<'retract'>, 'reason' | 'published'>) {
  const isLeftOut = reason === 'coding' && published < '2026-01-06';
  return { reason, published: isLeftOut ? null : reportedDate(published) };
}
