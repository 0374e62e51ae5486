import { issuesOf } from '../../rules/mentions.js';
import { idsPairedWith } from '../reading/paired-with.js';
import type { SceneReader } from '../reading/scene-reader.js';

/** At least the issues on which some parties ever said or signed something, as the ends of a way have it. */
export function issuesOfParties(scenes: readonly SceneReader[], parties: readonly string[]): Set<string> {
  const issues = new Set<string>();
  for (const scene of scenes) {
    const { index, negotiation, point } = scene;
    const issueOf = (proposition: string): string | undefined => index.issues.of(negotiation, proposition, point.r);
    const ofPropositions = propositionsSaidBy(scene, parties).map(issueOf);
    const agreements = parties.flatMap((party) => scene.reportsNaming('actor', [party], ['AgreementSigned']));
    const ofAgreements = agreements.flatMap(({ content }) => issuesOf(content, issueOf));
    for (const issue of [...ofPropositions, ...ofAgreements]) if (issue !== undefined) issues.add(issue);
  }
  return issues;
}

function propositionsSaidBy({ index, negotiation }: SceneReader, parties: readonly string[]): string[] {
  const numbers = parties.flatMap((party) => index.names.numberOf('party', negotiation, party) ?? []);
  return idsPairedWith(index, 'proposition', numbers);
}
