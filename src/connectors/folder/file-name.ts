import { createHash } from 'node:crypto';

/** Names that Windows keeps for itself, whatever follows a dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** No file system takes more than 255 bytes; a hash and an ending have to fit too. */
const longest = 80;

/**
 * A file name for any key, the same for the same key and another for every other, on every file system. A key that is no
 * safe name as it stands (capital letters are not where `A` and `a` are one name) gets a part of its hash behind it.
 */
export function fileNameOf(key: string): string {
  const plain = key
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '_')
    .slice(0, longest);
  const isSafe = plain === key && plain !== '' && !reserved.test(plain);
  return isSafe ? `${plain}.json` : `${plain}~${createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`;
}
