import { Logger } from '@nestjs/common';
import type { Recognise } from '../access/callers.js';
import { IssuerTokens, looksLikeToken } from '../access/issuer-tokens.js';
import { KeyFile, KeyFileDamaged } from '../access/key-file.js';
import { KeyUse } from '../access/key-use.js';
import { Keys } from '../access/keys.js';
import { type FirstKey, firstKey, takeOverAdminKey } from '../access/made-at-start.js';
import type { Config } from '../config.js';
import type { Clock } from '../ports/clock.js';
import { CannotStart } from './cannot-start.js';
import type { DataFiles } from './data-dir.js';

/** Who may do what in this service. */
export interface Access {
  readonly keys: Keys;
  readonly recognise: Recognise;
  /** The key that is made at this start, where there is no other one. */
  readonly made: FirstKey | undefined;
}

/** The keys of the settings and of the data folder, and the tokens of the issuer that is set. @throws CannotStart */
export function openAccess({ adminKeys = [], issuer }: Config, files: DataFiles, clock: Clock): Access {
  const logger = new Logger('Access');
  const warn = (message: string): void => {
    logger.warn(message);
  };
  const file = new KeyFile(files.keys, warn);
  const now = new Date(clock.now()).toISOString();
  try {
    takeOverAdminKey(files.adminKey, file, now);
    const made = firstKey(file, adminKeys.length > 0, now);
    const keys = new Keys(file, adminKeys, new KeyUse(files.keyUse, warn), clock);
    return { keys, made, recognise: recogniser(keys, issuer && new IssuerTokens(issuer, clock)) };
  } catch (error) {
    throw error instanceof KeyFileDamaged ? new CannotStart(error.message) : error;
  }
}

/** Keys first: they cost no question to others. */
function recogniser(keys: Keys, tokens: IssuerTokens | undefined): Recognise {
  return (secret) => keys.callerOf(secret) ?? (tokens && looksLikeToken(secret) ? tokens.callerOf(secret) : undefined);
}
