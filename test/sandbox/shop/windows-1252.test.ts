import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeWindows1252 } from '../../../src/sandbox/shop/windows-1252.ts';

const decoder = new TextDecoder('windows-1252');
/** Without the five bytes that mean nothing. */
const bytes = fc
  .uint8Array({ max: 255 })
  .map((all) => all.filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)));

test('what an old till would read back is what was written', () => {
  fc.assert(
    fc.property(bytes, (written) => {
      expect([...encodeWindows1252(decoder.decode(written))]).toEqual([...written]);
    }),
  );
});

test('a lost character becomes a byte that means nothing', () => {
  expect([...encodeWindows1252('Zo\ufffd £½')]).toEqual([0x5a, 0x6f, 0x81, 0x20, 0xa3, 0xbd]);
});

test('a character that an old till cannot hold is an error', () => {
  expect(() => encodeWindows1252('Łódź')).toThrow(/U\+0141/);
});
