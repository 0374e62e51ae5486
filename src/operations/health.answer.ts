import { z } from 'zod';
import { position } from '../http/answers/words.answer.js';

export const liveAnswer = z.object({ status: z.literal('live') }).meta({ id: 'Liveness' });

export const readyAnswer = z
  .object({
    status: z.literal('ready'),
    position: position.describe('Of the read model'),
    renewal: z.string().nullable().describe('Why the read model in use is being replaced; null: it is not'),
    logReachable: z.boolean(),
    logFault: z.string().nullable(),
    ageSeconds: z.number().nullable().describe('So old the answers may be; null: not known'),
    clockFault: z.string().nullable(),
    diskFault: z.string().nullable().describe('Why nothing is recorded for want of room'),
    faults: z.array(z.looseObject({})).nullable().describe('By what the log loses events; null: not known yet'),
    faultCount: z.int().nullable(),
  })
  .meta({ id: 'Readiness' });
