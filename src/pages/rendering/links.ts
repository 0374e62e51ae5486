import { urlOf } from '../../http/answer.js';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import type { Reader } from './reader.js';

export type Parameters = Readonly<Record<string, string | undefined>>;

/** Addresses of pages of one negotiation: they keep the point in time and the language of the reader. */
export class Links {
  constructor(
    private readonly negotiation: string,
    private readonly axes: AxesQuery,
    private readonly reader: Reader,
  ) {}

  /** A page of the negotiation at the same point in time. @param page below `/n/{n}`, empty for the overview */
  to(page: string, own: Parameters = {}): string {
    return this.at(this.axes, page, own);
  }

  /** The same with the axes of somewhere else. */
  at(axes: AxesQuery, page: string, own: Parameters = {}): string {
    return urlOf(`/n/${encodeURIComponent(this.negotiation)}${page === '' ? '' : `/${page}`}`, { ...own, ...axes, lang: this.lang });
  }

  /** This page at another point in time, what else it is asked for being the same. */
  hereAt(axes: AxesQuery): string {
    const { on: _o, asOf: _a, knownBy: _k, recordedBy: _r, certainty: _c, perspective: _p, day: _d, lang: _g, ...own } = this.reader.query;
    return urlOf(this.reader.path, { ...own, ...axes, lang: this.lang });
  }

  /** This page with other parameters beside the point in time; undefined takes one away. */
  here(own: Parameters): string {
    const { perspective: _p, day: _d, ...query } = this.reader.query;
    return urlOf(this.reader.path, { ...query, ...own });
  }

  /** A list of the API as a spreadsheet, as much as one page of it holds. */
  csv(list: string, own: Parameters): string {
    // The matrix is whole.
    const limit = list === 'matrix' ? undefined : '500';
    return urlOf(`/v1/negotiations/${encodeURIComponent(this.negotiation)}/${list}.csv`, { ...own, limit });
  }

  /** What is given of a page as it is at the moment it is asked for: to subscribe to. */
  live(page: string, own: Parameters = {}): string {
    return this.at({}, page, own);
  }

  /** Where words are looked for, without point in time. */
  get search(): string {
    return `/n/${encodeURIComponent(this.negotiation)}/search`;
  }

  /** Within pages of others. */
  embedded(page: string): string {
    return urlOf(`/embed/${encodeURIComponent(this.negotiation)}/${page}`, { ...this.axes, lang: this.lang });
  }

  report(id: string): string {
    return this.to(`reports/${encodeURIComponent(id)}`);
  }

  source(id: string): string {
    return this.to(`sources/${encodeURIComponent(id)}`);
  }

  /** Where a meeting stands among all of them. */
  meeting(id: string): string {
    return `${this.to('meetings')}#meeting-${id}`;
  }

  issue(id: string, own: Parameters = {}): string {
    return this.to(`issues/${encodeURIComponent(id)}`, own);
  }

  issueDrawing(id: string): string {
    return this.to(`issues/${encodeURIComponent(id)}/matrix.svg`);
  }

  private get lang(): string | undefined {
    return this.reader.namesLanguage ? this.reader.language : undefined;
  }
}
