import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { BadSetting, type Config, configOf } from './config.js';
import { CannotStart } from './service/cannot-start.js';
import { type RunningService, startService } from './service/service.js';
import { welcome } from './service/welcome.js';

const OPTIONS = {
  seedsFolder: fileURLToPath(new URL('../seeds', import.meta.url)),
  seedNegotiation: 'ukraine-peace',
  threads: new URL('./threads/', import.meta.url),
};

async function main(): Promise<void> {
  const config = configOf(process.env);
  const service = await startService(config, OPTIONS);
  print(config, service);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void stop(service);
    });
}

async function stop(service: RunningService): Promise<void> {
  await service.stop();
  process.exit(0);
}

function print(config: Config, service: RunningService): void {
  process.stdout.write(`${welcome(config, service)}\n`);
}

main().catch((error: unknown) => {
  const isForThePerson = error instanceof BadSetting || error instanceof CannotStart;
  process.stderr.write(
    isForThePerson ? `Cannot start: ${error.message}\n` : `${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
  );
  process.exit(1);
});
