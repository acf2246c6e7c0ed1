import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { iconFiles } from '../../scripts/icons/icon-files.ts';
import { trayPictures } from '../../scripts/icons/pictures.ts';
import { pngOf } from '../../scripts/icons/png.ts';

test('the pictures in build/ are as the script draws them', { timeout: 120_000 }, () => {
  for (const [name, content] of iconFiles()) {
    const kept = readFileSync(new URL(`../../build/${name}`, import.meta.url));
    // Compressed bytes may differ from one zlib to the next; what is drawn may not.
    expect([name, dotsOf(kept).equals(dotsOf(content))]).toEqual([name, true]);
  }
});

test('the six states differ in shape, not in colour alone', () => {
  const shapes = trayPictures
    .filter(({ name }) => !name.endsWith('-Template'))
    .map(({ picture }) =>
      [...dotsOf(pngOf(picture, 16))].filter((_, byte) => (byte % 65) % 4 === 0).map((alpha) => alpha > 127),
    );
  expect(shapes).toHaveLength(6);
  for (const [index, one] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      const differing = one.filter((dot, at) => dot !== other[at]).length;
      expect(differing).toBeGreaterThan(25);
    }
  }
});

/** The bytes of a picture as our own script writes it: one packed part, rows of a filter byte and four bytes a dot. */
function dotsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT');
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}
