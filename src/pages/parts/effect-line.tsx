import type { ComponentChildren, VNode } from 'preact';
import type { Named } from '../asking/named.js';
import type { Stance } from '../asking/stance-shapes.js';
import type { View } from '../asking/view.js';
import { signOf } from './badges.js';
import { isHearsay, whoseWord } from './caption.js';
import type { BlockerEffect, Effect } from './effect.js';
import { IssueTitle } from './issue-title.js';
import { dateText } from '../words/dates.js';
import { Told } from './told.js';
import { toneOf } from './weight-bar.js';

/** What changed of one thing: before → after. */
export function EffectLine({ effect, view }: { effect: Effect; view: View }): VNode {
  const { reader, names, links } = view;
  const { words, language } = reader;
  const issue = <IssueTitle of={effect.issue} view={view} />;
  switch (effect.kind) {
    case 'stance': {
      const target = (effect.after ?? effect.before)?.target;
      return (
        <>
          <b>{words.on(names.party(effect.party))}</b> “
          {target !== undefined && <Told text={'text' in target ? target.text : target.title} names={target.names} view={view} />}”:{' '}
          <Arrow before={effect.before && <StancePill stance={effect.before} view={view} />}>
            {effect.after === null ? <Unknown view={view} /> : <StancePill stance={effect.after} view={view} />}
          </Arrow>
        </>
      );
    }
    case 'meeting':
      return (
        <>
          <StatusChange effect={effect} names={words.meetingStatus} view={view} />{' '}
          <span class="small mute">{effect.after !== null && dateText(effect.after.when, language, words)}</span>
        </>
      );
    case 'plan':
      return <StatusChange effect={effect} names={words.planStatus} view={view} />;
    case 'blocker':
      return (
        <>
          <span class="pill a">{effect.after === null ? words.blockerGone : words.newBlocker}</span> <Blocked effect={effect} view={view} />
        </>
      );
    case 'agreement': {
      const agreement = effect.after ?? effect.before;
      return (
        <>
          <span class="pill f">{effect.after === null ? words.notKnown : words.signed}</span>{' '}
          <Told text={agreement?.document.title ?? ''} view={view} />{' '}
          <span class="small mute">
            {agreement && words.signedBy(words.list(agreement.signatories.map(({ party }) => names.party(party))))}
          </span>
        </>
      );
    }
    case 'convergence':
      return (
        <>
          {effect.issue === null ? <b>{issue}</b> : <a href={links.issue(effect.issue)}>{issue}</a>} {words.asAWhole}:{' '}
          <Arrow before={effect.before && <Whole value={effect.before} view={view} />}>
            <Whole value={effect.after ?? 'unknown'} view={view} />
          </Arrow>
        </>
      );
    case 'stale':
      return (
        <>
          <b>{issue}</b>: <span class="pill n">{effect.after === true ? words.isStale : words.isFresh}</span>
        </>
      );
  }
}

/** A meeting or a plan. */
interface Thing<S extends string> extends Named {
  readonly title: string;
  readonly status: S;
}

interface StatusChangeProps<S extends string> {
  readonly effect: { readonly before: Thing<S> | null; readonly after: Thing<S> | null };
  /** What each status is called. */
  readonly names: Readonly<Record<S, string>>;
  readonly view: View;
}

function StatusChange<S extends string>({ effect: { before, after }, names, view }: StatusChangeProps<S>): VNode {
  const thing = after ?? before;
  const pill = ({ status }: Thing<S>): VNode => <span class="pill n">{names[status]}</span>;
  return (
    <>
      <b>
        <Told text={thing?.title ?? ''} names={thing?.names} view={view} />
      </b>
      : <Arrow before={before && pill(before)}>{after === null ? <Unknown view={view} /> : pill(after)}</Arrow>
    </>
  );
}

/** What blocks, and where it stands if on more than one issue. */
function Blocked({ effect: { before, after, onIssues }, view }: { effect: BlockerEffect; view: View }): VNode {
  const blocker = after ?? before;
  return (
    <>
      <Told text={blocker?.summary ?? ''} names={blocker?.names} view={view} />
      {onIssues.length > 1 && (
        <span class="small mute">
          {' '}
          {onIssues.map((issue) => (
            <span key={issue}>
              · <IssueTitle of={issue} view={view} />{' '}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** A stance in a word, with whose word it is. */
export function StancePill({ stance, view }: { stance: Stance; view: View }): VNode {
  const { words } = view.reader;
  const whose = whoseWord(stance, view.names, words);
  const marks = `${isHearsay(stance) ? ' hear' : ''}${stance.certainty === 'possible' ? ' possible' : ''}`;
  return (
    <span class={`pill ${toneOf(stance.modality)}${marks}`}>
      {words.modality[stance.modality]}
      {whose !== undefined && ` – ${whose}`}
      {stance.certainty === 'possible' && ` (${words.dateUncertain})`}
    </span>
  );
}

function Whole({ value, view }: { value: Parameters<typeof signOf>[0]; view: View }): VNode {
  return (
    <span class="pill n">
      <span aria-hidden="true">{signOf(value)}</span> {view.reader.words.convergence[value]}
    </span>
  );
}

function Unknown({ view }: { view: View }): VNode {
  return <span class="pill x">{view.reader.words.notKnown}</span>;
}

function Arrow({ before, children }: { before: VNode | null; children: ComponentChildren }): VNode {
  return (
    <>
      {before !== null && (
        <>
          {before}
          <span class="arr"> → </span>
        </>
      )}
      {children}
    </>
  );
}
