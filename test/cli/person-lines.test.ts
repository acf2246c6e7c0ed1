import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { keyedOrderLines } from '../../src/cli/person-lines.ts';
import { createScreen } from '../../src/cli/screen.ts';
import { instantOf, tillKey } from '../../src/model/ids.ts';
import { keptStream } from '../../scripts/kept-stream.ts';

const order = {
  order: tillKey.parse('web-o-1'),
  number: '20877',
  sale: tillKey.parse('160003'),
  because: 'the sale at the till names the order: WEB 20877',
  since: instantOf(0),
};

test.each([
  [undefined, ['    because the sale at the till names the order: WEB 20877']],
  [40, ['    because the sale at the till names', '            the order: WEB 20877']],
])('a reason goes on under itself in a terminal of %s columns', (columns, lines) => {
  const screen = createScreen({ json: false, stdout: keptStream(columns).stream, stderr: keptStream().stream });
  const [, ...because] = keyedOrderLines(order, screen);
  expect(because.map((line) => stripVTControlCharacters(line))).toEqual(lines);
});
