import type { Json } from './event-store.js';

/** What a stored text holds. One that is no JSON comes as it is: the data of an event are never a text, so that who reads it finds it unreadable, and goes on. */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
