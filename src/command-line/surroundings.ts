import type { Keys } from '../access/keys.js';

/** The settings of the service that commands need too. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly eventStoreUrl: string | undefined;
  readonly adminKeys: readonly { readonly key: string }[] | undefined;
}

/** The files of the data folder that commands open themselves. */
export interface Files {
  readonly log: string;
  readonly readModel: string;
  readonly keys: string;
}

/** A service that runs in this process for as long as a command needs it. */
export interface OwnService {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a command has around it; nothing is read or opened before it is asked for. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** @throws BadSetting */
  settings(): Settings;
  /** Makes the folder where there is none. */
  files(dataDir: string): Files;
  openKeys(): Keys;
  /** Runs the service until a signal stops it. */
  serve(): Promise<void>;
  /** Starts a service on the data folder that only this process can reach. @param key an admin key that it takes */
  startOwn(key: string): Promise<OwnService>;
  /** Where the programs of threads are. */
  readonly threads: URL;
  /** What is asked for goes here, a line at a time. */
  say(text: string): void;
}
