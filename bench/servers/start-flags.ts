import { readFileSync } from 'node:fs';

/** The flags with which `npm start` runs node: what is measured runs as the service does. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const [, flags] = /^(?:exec )?node (.*) \S+$/.exec(scripts.start) ?? [];
  if (flags === undefined) throw new Error(`package.json starts the service with "${scripts.start}", which is not "node FLAGS FILE"`);
  return flags.split(' ');
}
