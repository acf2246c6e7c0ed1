import { Writable } from 'node:stream';

/** A stream that keeps what is written to it, and may pass for a terminal of so many columns. */
export function keptStream(columns?: number): { readonly stream: NodeJS.WriteStream; text(): string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString('utf8'));
      done();
    },
  });
  const dressed = Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns });
  return { stream: dressed as unknown as NodeJS.WriteStream, text: () => chunks.join('') };
}
