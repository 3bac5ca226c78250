import { environment } from './environment.ts';
import { Mainstay } from './mainstay.ts';
import { Refusal, UsageError } from './refusal.ts';
import { commands, usage } from './commands/index.ts';

process.exitCode = await main(process.argv.slice(2));

/** Runs one command and answers its exit code: 0 done, 1 refused or faults found, 2 not understood. */
async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words.includes('--help') || words[0] === 'help') {
    console.log(usage);
    return words.length === 0 ? 2 : 0;
  }
  const command = commands.find(({ words: named }) => named.every((word, index) => word === words[index]));
  if (!command) {
    console.error(`There is no command “${words.slice(0, 2).join(' ')}”.\n\n${usage}`);
    return 2;
  }
  try {
    return await command.run(words.slice(command.words.length), new Mainstay(environment));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\nUsage: npx mainstay ${command.usage}`);
      return 2;
    }
    if (error instanceof Refusal) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}
