import { EXIT, EXIT_CODES_HELP } from '../../src/command-line/exit-codes.js';
import type { Surroundings } from '../../src/command-line/surroundings.js';
import { trackerProgram } from '../../src/command-line/tracker-program.js';
import { chapter, documentation } from './tour.js';

const told = chapter(documentation(), 'Command line');
const firstCells = [...told.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);

it('each command of the program, and no other', () => {
  // Nothing of what is around it is touched before a command runs.
  const commands = trackerProgram({} as Surroundings).commands.map((command) => `tracker ${command.name()}`);
  expect(firstCells.filter((cell) => cell.startsWith('tracker ')).sort()).toEqual(commands.sort());
});

it('each exit code, as the program tells them', () => {
  const codes = Object.values(EXIT).map(String);
  expect(firstCells.filter((cell) => /^\d$/.test(cell))).toEqual(codes);
  expect([...EXIT_CODES_HELP.matchAll(/^ {2}(\d) {2}/gm)].map(([, code]) => code)).toEqual(codes);
});
