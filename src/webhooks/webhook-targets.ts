/** Whom webhooks may be sent to. */
export abstract class WebhookTargets {
  /** Whether private addresses and http are taken. */
  abstract readonly mayBeAny: boolean;
}
