import type { VNode } from 'preact';
import type { Party, Person } from '../asking/entry-shapes.js';
import type { Stance } from '../asking/stance-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { StancePill } from '../parts/effect-line.js';
import { IssueTitle } from '../parts/issue-title.js';
import { Layout } from '../parts/layout.js';
import { Told } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dateText, dayText } from '../words/dates.js';
import { type Pair, pairsOf, relationOf } from './side-by-side.js';

export interface PartyPageProps {
  readonly view: View;
  readonly party: Party;
  /** The id of the party beside it. */
  readonly other: string | undefined;
  readonly stances: readonly Stance[];
  readonly beside: readonly Stance[];
  /** Who is registered with the party. */
  readonly persons: readonly Person[];
  readonly cited: Cited;
}

/** All that a party holds, by issue; beside another party where one is named. */
export function partyPage(props: PartyPageProps): Page {
  return { title: `${props.party.name} · ${props.view.negotiation.title}`, content: <PartyPage {...props} /> };
}

function PartyPage({ view, party, other, stances, beside, persons, cited }: PartyPageProps): VNode {
  const { words } = view.reader;
  const pairs = pairsOf(stances, beside);
  const byIssue = [...Map.groupBy(pairs, ({ issue }) => issue).entries()];
  return (
    <Layout view={view} section="parties" main="one">
      <section class="card">
        <div class="issuehead">
          <p class="small mute">{words.partyKind[party.kind]}</p>
          <h1>{party.name}</h1>
          {party.aliases.length > 0 && <p class="small mute">{words.alsoCalled(words.list(party.aliases))}</p>}
          {pairs.length === 0 && <p class="lede">{words.noStance}</p>}
        </div>
        <Beside view={view} party={party} other={other} />
        {byIssue.map(([issue, group]) => (
          <section key={issue ?? ''} class="part">
            <h2 id={`of-${issue ?? ''}`}>
              {issue === undefined ? (
                words.plans
              ) : (
                <a href={view.links.issue(issue)}>
                  <IssueTitle of={issue} view={view} />
                </a>
              )}
            </h2>
            <Pairs labelledBy={`of-${issue ?? ''}`} pairs={group} view={view} party={party} other={other} />
          </section>
        ))}
        {persons.length > 0 && (
          <section class="part">
            <h2>{words.speaksFor}</h2>
            <ul>
              {persons.map(({ id, name, role }) => (
                <li key={id}>
                  {name}
                  {role !== null && (
                    <span class="small mute">
                      {' '}
                      · <Told text={role} view={view} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Cite
          view={view}
          cited={cited}
          title={words.stateOf(party.name, dayText(view.day, view.reader.language))}
          outlets={{
            csv: view.links.csv('stances', { party: party.id, ...view.fixed }),
            atom: view.links.live('changes.atom', { party: party.id }),
          }}
        />
      </section>
    </Layout>
  );
}

/** Which party stands beside it. */
function Beside({ view, party, other }: { view: View; party: Party; other: string | undefined }): VNode {
  const { reader, names } = view;
  const { perspective: _p, day: _d, with: _w, ...kept } = reader.query;
  return (
    <form class="filters" method="get" action={reader.path}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {reader.words.compareWith}{' '}
        <select name="with">
          <option value="">{reader.words.nobodyBeside}</option>
          {names.all
            .filter(({ id }) => id !== party.id)
            .map(({ id, name }) => (
              <option key={id} value={id} selected={id === other}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <button class="btn primary">{reader.words.compare}</button>
    </form>
  );
}

function Pairs({
  labelledBy,
  pairs,
  view,
  party,
  other,
}: {
  /** The id of its heading. */
  labelledBy: string;
  pairs: readonly Pair[];
  view: View;
  party: Party;
  other: string | undefined;
}): VNode {
  const { words } = view.reader;
  return (
    <div class="scroll" tabindex={0} role="region" aria-labelledby={labelledBy}>
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">{words.proposition}</th>
            <th scope="col">{party.name}</th>
            {other !== undefined && <th scope="col">{view.names.party(other)}</th>}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.key}>
              <th scope="row">
                <Told text={pair.text} names={pair.names} view={view} />
                {relationOf(pair) !== undefined && <span class="v">{relationOf(pair) === 'same' ? words.sameStance : words.differ}</span>}
              </th>
              <td>
                <Held stance={pair.own} view={view} />
              </td>
              {other !== undefined && (
                <td>
                  <Held stance={pair.beside} view={view} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A stance with since when it is held and what was before; it leads to its evidence. */
function Held({ stance, view }: { stance: Stance | undefined; view: View }): VNode {
  const { reader, links } = view;
  const { words, language } = reader;
  if (stance === undefined) {
    return (
      <span class="mute">
        <span aria-hidden="true">·</span>
        <span class="vh">{words.silence}</span>
      </span>
    );
  }
  const { target, since, previous, movement } = stance;
  const where =
    'issue' in target
      ? `${links.issue(target.issue, { cell: `${stance.party}.${target.proposition}` })}#evidence`
      : links.report(stance.evidence[0] ?? '');
  return (
    <>
      <a href={where}>
        <StancePill stance={stance} view={view} />
      </a>
      <br />
      <span class="small mute">
        {words.since(dateText(since, language, words))}
        {previous !== null && movement !== null && ` · ${words.movement[movement]}, ${words.before(words.modality[previous.modality])}`}
      </span>
    </>
  );
}
