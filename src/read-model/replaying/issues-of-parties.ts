import { issueIn } from '../../rules/issue-state.js';
import { issuesOf } from '../../rules/mentions.js';
import type { SceneReader } from '../reading/scene-reader.js';

/** At least the issues on which some parties ever said or signed something, as the ends of a way have it. */
export function issuesOfParties(scenes: readonly SceneReader[], parties: readonly string[]): Set<string> {
  const issues = new Set<string>();
  for (const scene of scenes) {
    const issueOf = issueIn(scene.registry);
    const ofPropositions = propositionsSaidBy(scene, parties).map(issueOf);
    const agreements = parties.flatMap((party) => scene.reportsNaming('actor', [party], ['AgreementSigned']));
    const ofAgreements = agreements.flatMap(({ content }) => issuesOf(content, issueOf));
    for (const issue of [...ofPropositions, ...ofAgreements]) if (issue !== undefined) issues.add(issue);
  }
  return issues;
}

function propositionsSaidBy({ file, index, negotiation }: SceneReader, parties: readonly string[]): string[] {
  const { names } = index;
  const numbers = parties.flatMap((party) => names.numberOf('party', negotiation, party) ?? []);
  const wanted = JSON.stringify(numbers);
  const pairs = file.all<{ first: number }>('SELECT DISTINCT first FROM pair WHERE second IN (SELECT value FROM json_each(?))', wanted);
  return pairs.flatMap(({ first }) => (names.kindOf(first) === 'proposition' ? [names.idOf(first)] : []));
}
