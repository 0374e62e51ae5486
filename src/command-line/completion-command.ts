import { Argument, Command } from 'commander';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ source <(tracker completion bash)
  $ tracker completion bash > ~/.local/share/bash-completion/completions/tracker`;

/** `completion`: a script that completes commands and options. */
export function completionCommand(around: Surroundings, program: () => Command): Command {
  return new Command('completion')
    .description('A script for a shell that completes commands and options')
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash']))
    .addHelpText('after', EXAMPLES)
    .action(() => {
      around.say(bashCompletion(program()));
    });
}

/** Completes the words of each command, and names of files where no word fits. */
function bashCompletion(program: Command): string {
  const name = program.name();
  const cases = pathsOf(program).map(([path, command]) => `    '${path}') words='${wordsOf(command).join(' ')}' ;;`);
  return `# Completion of ${name} for bash.
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} path='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
${pathsOf(program)
  .filter(([path]) => path !== '')
  .map(([path]) => `      '${path}') path='${path}' ;;`)
  .join('\n')}
    esac
  done
  case $path in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}`;
}

/** Each command with the words that lead to it. */
function pathsOf(command: Command, path = ''): [string, Command][] {
  const within = command.commands.flatMap((one) => pathsOf(one, path === '' ? one.name() : `${path} ${one.name()}`));
  return [[path, command], ...within];
}

/** What may stand behind a command: commands in it, values of its arguments, options. */
function wordsOf(command: Command): string[] {
  const options = [...command.options.flatMap(({ long }) => long ?? []), '--help'];
  const values = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  return [...command.commands.map((one) => one.name()), ...values, ...options];
}
