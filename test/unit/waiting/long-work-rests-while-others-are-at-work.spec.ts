import { type Clock, GivingWay } from '../../../src/waiting/giving-way.js';

/** A clock that stands still but for who waits for it, and what was waited. */
function handMoved() {
  let time = 0;
  const rests: number[] = [];
  const pass = (ms: number): void => {
    time += ms;
  };
  const clock: Clock = {
    now: () => time,
    pause: async (ms) => {
      rests.push(ms);
      pass(ms);
      return Promise.resolve();
    },
  };
  return { rests, pass, clock };
}

it('behind a piece in which others did something it rests as long as the piece took', async () => {
  const { rests, pass, clock } = handMoved();
  let others = 0;
  const givingWay = new GivingWay(() => others, clock);
  for (const ms of [7, 30]) {
    pass(ms);
    others += 1;
    await givingWay.worked();
  }
  expect(rests).toEqual([7, 30]);
});

it('where nobody else is at work, or no more, it does not rest', async () => {
  const { rests, pass, clock } = handMoved();
  let others = 0;
  const givingWay = new GivingWay(() => others, clock);
  pass(7);
  await givingWay.worked();
  others += 1;
  pass(8);
  await givingWay.worked();
  pass(9);
  await givingWay.worked();
  expect(rests).toEqual([8]);
});

it('what others do while it rests is answered by a rest as well', async () => {
  const { rests, pass, clock } = handMoved();
  let others = 0;
  const pause = async (ms: number): Promise<void> => {
    others += 1;
    return clock.pause(ms);
  };
  const givingWay = new GivingWay(() => others, { ...clock, pause });
  others += 1;
  pass(5);
  await givingWay.worked();
  pass(6);
  await givingWay.worked();
  expect(rests).toEqual([5, 6]);
});
