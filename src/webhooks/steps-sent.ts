import type { Step } from '../rules/replay/step.js';

const END = '\n\n';

/** The steps in the chunks of an event stream, until it ends, or says that it drops its client. */
export async function* stepsSent(chunks: AsyncIterable<string>): AsyncGenerator<Step> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    for (let end = text.indexOf(END); end >= 0; end = text.indexOf(END)) {
      const message = text.slice(0, end);
      text = text.slice(end + END.length);
      if (message.startsWith('event: dropped\n')) return;
      const [, json] = /^data: (.*)$/m.exec(message) ?? [];
      if (json !== undefined) yield JSON.parse(json) as Step;
    }
  }
}
