import { expect, test } from 'vitest';
import { asSentence } from '../../renderer/words/as-sentence.ts';

test.each([
  ['reading the till: no server answers', 'Reading the till: no server answers'],
  ['öffnen: das geht nicht', 'Öffnen: das geht nicht'],
  ['GenieAI answered 401', 'GenieAI answered 401'],
  ['https://shop.example answered 404', 'https://shop.example answered 404'],
  ['c:\\till\\shop.fdb is not there', 'c:\\till\\shop.fdb is not there'],
  ['till.sqlite cannot be read', 'till.sqlite cannot be read'],
  ['12 sales are gone', '12 sales are gone'],
  ['', ''],
])('on a screen %j is %j', (what, shown) => {
  expect(asSentence(what)).toBe(shown);
});
