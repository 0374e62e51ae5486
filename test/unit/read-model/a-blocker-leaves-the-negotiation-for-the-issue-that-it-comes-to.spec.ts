import { on, Story } from '../../support/histories-by-hand.js';
import { Views } from '../../support/views.js';
import { emptyReadModel, stored } from './files.js';

it('stands on the negotiation where the definition of its proposition cannot be read, and on the issue since a change that can', async () => {
  const story = new Story();
  const { position: defined } = story.define('proposition', 'r', { issue: 'i', text: 'text of r' });
  const { position: recorded } = story.assessment('blocks', { about: { proposition: 'r' }, blocker: true });
  const { position: changed } = story.define('proposition', 'r', { issue: 'i', text: 'told better' }, 'changed');
  using readModel = emptyReadModel();
  readModel.apply(stored(story.log).map((event) => (event.position === defined ? { ...event, type: 'PropositionDoubted' } : event)));
  const views = new Views(readModel);
  const where = async (recordedBy: bigint) => {
    const at = on('2026-01-31', { recordedBy });
    return { negotiation: await views.blockers('n', at), issue: await views.issue('n', 'i', at) };
  };
  expect(await where(recorded)).toMatchObject({ negotiation: [{ report: 'blocks' }], issue: { blockers: [] } });
  expect(await where(changed)).toMatchObject({ negotiation: [], issue: { blockers: [{ report: 'blocks' }] } });
});
