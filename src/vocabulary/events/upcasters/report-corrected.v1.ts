import type { Upcaster } from './upcaster.js';

/** Version 1 does not say in which version of its type the new content is stored: each type had only one. */
export const reportCorrectedV1: Upcaster = (data) => ({ ...data, reportVersion: 1 });
