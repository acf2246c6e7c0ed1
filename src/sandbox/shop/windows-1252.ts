import { TillbridgeError } from '../../support/errors.ts';

/** Bytes 0x80 to 0x9F; U+FFFD stands where Windows-1252 has nothing. */
const upper = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** 0x81, which Windows-1252 leaves undefined: what U+FFFD, the mark of a spoilt character, becomes. */
const undefinedByte = 0x81;

/** The text as an old till's bytes. Throws for a character that such a till cannot hold. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'latin1');
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f && (unit < 0xa0 || unit > 0xff)) bytes[i] = upperByte(text.charAt(i));
  }
  return bytes;
}

function upperByte(character: string): number {
  if (character === '�') return undefinedByte;
  const place = upper.indexOf(character);
  if (place >= 0) return 0x80 + place;
  const code = character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
  throw new TillbridgeError('defect', `writing the sample shop in Windows-1252: U+${code} has no place there`, {
    hint: 'Keep the sample texts to the characters of Western Europe.',
  });
}
