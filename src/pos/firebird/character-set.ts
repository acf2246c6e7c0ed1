import iconv from 'iconv-lite';
import { TillbridgeError } from '../../support/errors.ts';

/**
 * How text of one character set is read. The connection's own character set is always NONE: the server then hands
 * every column over as it is stored, byte by byte, and each is decoded by the set that the column declares. So one
 * wrong byte never makes the server refuse a whole row, and columns of different sets may stand side by side.
 */
export interface CharacterSet {
  readonly name: string;
  /** Decodes bytes that stand in a text, one for each character. What means nothing becomes U+FFFD. */
  decode(bytes: string): string;
  /** The reverse of `decode`. */
  encode(text: string): string;
}

/** Firebird's names, as iconv-lite knows them. What it calls ISO8859_1 is read as Windows reads it: a superset. */
const labels: Readonly<Record<string, string>> = {
  UTF8: 'utf8',
  UNICODE_FSS: 'utf8',
  ISO8859_1: 'win1252',
  LATIN1: 'win1252',
  SJIS_0208: 'shiftjis',
  EUCJ_0208: 'eucjp',
  BIG_5: 'big5',
  GB_2312: 'gb2312',
  KSC_5601: 'cp949',
  CP943C: 'shiftjis',
  GBK: 'gbk',
  GB18030: 'gb18030',
  KOI8R: 'koi8-r',
  KOI8U: 'koi8-u',
  CYRL: 'win1251',
  TIS620: 'tis620',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^WIN_?(125\d)$/, 'win'],
  [/^ISO8859_(\d+)$/, 'iso8859-'],
  [/^DOS(\d{3})$/, 'cp'],
];

const c1Controls = /[\u0080-\u009f]/g;

/** The character set of this name, as Firebird or the settings call it. Throws for one that cannot be read. */
export function characterSet(name: string): CharacterSet {
  const label = labelOf(name.trim().toUpperCase());
  if (label === undefined || !iconv.encodingExists(label)) {
    throw new TillbridgeError('settings', `reading text from the till: the encoding "${name}" is not known`, {
      hint: 'Use one such as WIN1252, WIN1250, DOS850, DOS437, ISO8859_15 or UTF8 (till.encoding in the settings).',
    });
  }
  return {
    name: name.trim().toUpperCase(),
    decode: (bytes) => iconv.decode(Buffer.from(bytes, 'latin1'), label).replace(c1Controls, '\uFFFD'),
    encode: (text) => iconv.encode(text, label).toString('latin1'),
  };
}

function labelOf(name: string): string | undefined {
  const known = labels[name];
  if (known !== undefined) return known;
  for (const [pattern, prefix] of patterns) {
    const number = pattern.exec(name)?.[1];
    if (number !== undefined) return prefix + number;
  }
  return undefined;
}
