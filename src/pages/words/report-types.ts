import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';

/** As what a report is drawn. */
export type BarKind = 'stance' | 'done' | 'announced' | 'plan' | 'other';

interface Shown {
  readonly en: string;
  readonly de: string;
  readonly uk: string;
  readonly ru: string;
  readonly bar: BarKind;
}

/** What each type of report is called, and as what it is drawn. */
const SHOWN: Readonly<Record<ReportType, Shown>> = {
  MeetingAnnounced: {
    en: 'Meeting announced',
    de: 'Treffen angekündigt',
    uk: 'Зустріч оголошено',
    ru: 'Встреча объявлена',
    bar: 'announced',
  },
  MeetingRevised: {
    en: 'Meeting moved or cancelled',
    de: 'Treffen verschoben oder abgesagt',
    uk: 'Зустріч перенесено чи скасовано',
    ru: 'Встреча перенесена или отменена',
    bar: 'announced',
  },
  MeetingHeld: {
    en: 'Meeting held',
    de: 'Treffen fand statt',
    uk: 'Зустріч відбулася',
    ru: 'Встреча состоялась',
    bar: 'done',
  },
  PlanTabled: {
    en: 'Plan tabled',
    de: 'Plan vorgelegt',
    uk: 'План подано',
    ru: 'План представлен',
    bar: 'plan',
  },
  PlanRevised: {
    en: 'Plan revised',
    de: 'Plan überarbeitet',
    uk: 'План перероблено',
    ru: 'План переработан',
    bar: 'plan',
  },
  PositionStated: {
    en: 'Position stated',
    de: 'Haltung geäußert',
    uk: 'Позицію висловлено',
    ru: 'Позиция высказана',
    bar: 'stance',
  },
  AgreementSigned: {
    en: 'Agreement signed',
    de: 'Vereinbarung unterzeichnet',
    uk: 'Угоду підписано',
    ru: 'Соглашение подписано',
    bar: 'done',
  },
  RoleChanged: {
    en: 'Role changed',
    de: 'Rolle geändert',
    uk: 'Роль змінено',
    ru: 'Роль изменена',
    bar: 'other',
  },
  AssessmentMade: {
    en: 'Assessment',
    de: 'Einschätzung',
    uk: 'Оцінка',
    ru: 'Оценка',
    bar: 'other',
  },
  ContextReported: {
    en: 'Context',
    de: 'Hintergrund',
    uk: 'Тло',
    ru: 'Фон',
    bar: 'other',
  },
};

/** What each type of report is called in a language. */
export function reportTypesIn(language: Exclude<keyof Shown, 'bar'>): Readonly<Record<ReportType, string>> {
  return Object.fromEntries(REPORT_TYPES.map((type) => [type, SHOWN[type][language]])) as Record<ReportType, string>;
}

/** As what a report of a type is drawn. */
export function barOf(type: ReportType): BarKind {
  return SHOWN[type].bar;
}
