import type { VNode } from 'preact';
import type { Plan } from '../asking/plan-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { StancePill } from '../parts/effect-line.js';
import { languageOfText } from '../parts/told.js';
import { Layout } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';
import { type Lineage, lineagesOf } from './lineage.js';
import { PointsBeside } from './points-beside.js';

export interface PlansPageProps {
  readonly view: View;
  readonly plans: readonly Plan[];
  readonly cited: Cited;
}

/** The plans, each line of versions from left to right; an arrow only where somebody tells it. */
export function plansPage(props: PlansPageProps): Page {
  return { title: `${props.view.reader.words.plans} · ${props.view.negotiation.title}`, content: <PlansPage {...props} /> };
}

function PlansPage({ view, plans, cited }: PlansPageProps): VNode {
  const { words } = view.reader;
  const lineages = lineagesOf(plans);
  return (
    <Layout view={view} section="plans" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.lineage}</h1>
          <p class="small mute">{plans.length === 0 ? words.noPlan : words.lineageSays}</p>
        </div>
        {lineages.map((line) => (
          <Line key={line[0]?.id} line={line} isAlone={line.length === 1 && lineages.length > 1} view={view} />
        ))}
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.plans}`}
          outlets={{ csv: view.links.csv('plans', { ...view.fixed }), atom: view.links.live('changes.atom') }}
        />
      </section>
    </Layout>
  );
}

function Line({ line, isAlone, view }: { line: Lineage; isAlone: boolean; view: View }): VNode {
  const { words } = view.reader;
  return (
    <section class="part">
      <ol class="lineage">
        {line.map((plan) => (
          <li key={plan.id}>
            {plan.revises !== null && <p class="small arrow">→ {words.lineageKind[plan.revises.lineage]}</p>}
            <PlanCard plan={plan} view={view} />
            {isAlone && <p class="small mute">? {words.relationNotReported}</p>}
          </li>
        ))}
      </ol>
      <PointsBeside line={line} view={view} />
    </section>
  );
}

function PlanCard({ plan, view }: { plan: Plan; view: View }): VNode {
  const { reader, names, links } = view;
  const { words } = reader;
  const { by, pointCount, points } = plan;
  const authors = by.map(({ value }) => words.planBy(words.list(value.map((actor) => names.actor(actor)))));
  const counts = pointCount.map(({ value }) => words.pointCount(value));
  return (
    <div class={plan.status === 'current' ? 'plan' : 'plan past'} id={`plan-${plan.id}`}>
      <h2 lang={languageOfText(view, plan.names)}>{plan.title}</h2>
      <p class="small">
        <span class="pill n">{words.planStatus[plan.status]}</span> {authors.length === 0 ? words.authorUnknown : authors.join(' / ')}
      </p>
      <p class="small mute">{[...counts, points.length === 0 ? words.pointsNotReported : words.pointsKnown(points.length)].join(', ')}</p>
      {plan.stances.length > 0 && (
        <>
          <h3>{words.stancesOnPlan}</h3>
          <ul>
            {plan.stances.map((stance) => (
              <li key={stance.party}>
                {names.party(stance.party)}:{' '}
                <a href={links.report(stance.evidence[0] ?? '')}>
                  <StancePill stance={stance} view={view} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small mute">
        {plan.evidence.map((id, i) => (
          <span key={id}>
            {i > 0 && ' · '}
            <a href={links.report(id)}>{plan.evidence.length > 1 ? `${words.report} ${String(i + 1)}` : words.report}</a>
          </span>
        ))}
      </p>
    </div>
  );
}
