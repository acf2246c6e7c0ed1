import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './pictures.ts';

/** Points of a picture that are looked at for each of its dots, along each side, where an edge may run through it. */
const mostSamples = 4;

/** Draws a picture as a PNG of `size` × `size` dots, transparent where nothing is. The same picture gives the same bytes. */
export function pngOf(picture: Picture, size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(dot(picture, { x, y, size }), y * (size * 4 + 1) + 1 + x * 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function dot(picture: Picture, { x, y, size }: { x: number; y: number; size: number }): readonly number[] {
  const [middleX, middleY] = [(x + 0.5) / size - 0.5, (y + 0.5) / size - 0.5];
  const isAtEdge = picture.some(([shape]) => Math.abs(shape(middleX, middleY)) < 1 / size);
  // Small pictures are all edge.
  const samples = isAtEdge || size <= 64 ? mostSamples : 1;
  let [red, green, blue, covered] = [0, 0, 0, 0];
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const atX = (x + ((sample % samples) + 0.5) / samples) / size - 0.5;
    const atY = (y + (Math.floor(sample / samples) + 0.5) / samples) / size - 0.5;
    const colour = picture.findLast(([shape]) => shape(atX, atY) <= 0)?.[1];
    if (!colour) continue;
    red += colour[0];
    green += colour[1];
    blue += colour[2];
    covered += 1;
  }
  if (covered === 0) return [0, 0, 0, 0];
  const mean = (sum: number) => Math.round(sum / covered);
  return [mean(red), mean(green), mean(blue), Math.round((covered * 255) / samples ** 2)];
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
