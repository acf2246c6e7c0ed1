import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** The whole body of a request, or a refusal as soon as it is known to be larger than the limit. */
export async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new Refusal(413, `A request may have at most ${limit} bytes.`);
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // The iterator must not destroy the request: its connection still carries the refusal.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
