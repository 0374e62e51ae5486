import { FORMS, type Form } from '../../vocabulary/events/report.js';
import { MODALITIES, type Modality } from '../../vocabulary/modality.js';

/**
 * The first number of a statement: its strand (one rank and one weight: a stretch of the order), modality, form, whether it has
 * conditions, and the length of its report's id.
 */
export interface StatementHead {
  readonly strand: number;
  readonly modality: Modality;
  readonly form: Form;
  readonly hasConditions: boolean;
  readonly idLength: number;
}

/** 0 to 6 for rank 0, 8 to 14 for rank 1; by weight within. */
export const STRANDS = 16;
const HEAVIEST = 3;

/** The strand of a rank and a weight. */
export function strandOf(rank: number, weight: number): number {
  return rank * 8 + weight + HEAVIEST;
}

/** The rank of all statements of a strand. */
export function rankOfStrand(strand: number): 0 | 1 {
  return strand < 8 ? 0 : 1;
}

/** The weight of all statements of a strand. */
export function weightOfStrand(strand: number): number {
  return (strand & 7) - HEAVIEST;
}

/** The number that holds all of a head. */
export function packHead({ strand, modality, form, hasConditions, idLength }: StatementHead): number {
  return strand | (MODALITIES.indexOf(modality) << 4) | (FORMS.indexOf(form) << 8) | ((hasConditions ? 1 : 0) << 11) | (idLength << 12);
}

/** The strand that a head tells. */
export const strandOfHead = (head: number): number => head & 15;
/** The modality that a head tells. */
export const modalityOfHead = (head: number): Modality => MODALITIES[(head >> 4) & 15] as Modality;
/** The form that a head tells. */
export const formOfHead = (head: number): Form => FORMS[(head >> 8) & 7] as Form;
/** Whether a statement has conditions, by its head. */
export const hasConditionsInHead = (head: number): boolean => ((head >> 11) & 1) === 1;
/** The length of its report's id, by its head. */
export const idLengthOfHead = (head: number): number => (head & ~NAMED) >> 12;

/** Not stored: in memory a head tells whether any statement of its list names its report. */
const NAMED = 1 << 30;

/** A head that tells that its report is named. */
export const withNamedInHead = (head: number): number => head | NAMED;
/** Whether a head tells that its report is named. */
export const isNamedInHead = (head: number): boolean => (head & NAMED) !== 0;
