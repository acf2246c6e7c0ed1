import { expect, test } from 'vitest';
import { complaintsAbout } from './rules.ts';
import { readSource } from './source.ts';

const complaints = (path: string, text: string): readonly string[] => complaintsAbout(readSource(path, text));

test.each([
  ['a lower layer imports an upper one', 'src/model/money.ts', `import { run } from '../sync/agent.ts';`],
  ['the model uses Node', 'src/model/money.ts', `import { join } from 'node:path';`],
  ['a stage imports another stage', 'src/staging/pull.ts', `import { judge } from '../validation/judge.ts';`],
  ['a type of another stage', 'src/staging/pull.ts', `import type { Verdict } from '../validation/judge.ts';`],
  [
    'an import in the place of a type',
    'src/staging/pull.ts',
    `export type A = import('../validation/judge.ts').Verdict;`,
  ],
  ['delivery takes a value of the contract', 'src/delivery/a.ts', `import { x } from '../connectors/contract.ts';`],
  ['delivery takes a type of a connector', 'src/delivery/a.ts', `import type { X } from '../connectors/folder/a.ts';`],
  ['a value among types', 'src/report/page.ts', `import { type Problem, open } from '../validation/problem.ts';`],
  ['a connector knows its sibling', 'src/connectors/genieai/api.ts', `import { write } from '../folder/write.ts';`],
  ['a connector knows the registry', 'src/connectors/genieai/api.ts', `import { kinds } from '../registry.ts';`],
  ['a connector uses the database', 'src/connectors/folder/a.ts', `import { open } from '../../database/open.ts';`],
  ['the contract knows a connector', 'src/connectors/contract.ts', `import type { Api } from './genieai/api.ts';`],
  ['an import that is only made when it runs', 'src/pos/a.ts', `export const late = () => import('../sync/agent.ts');`],
  ['an import that is computed', 'src/pos/a.ts', `export const late = (name: string) => import(name);`],
  ['the product uses the tests', 'src/sync/agent.ts', `import { shop } from '../../test/support/shop.ts';`],
  ['the product uses the scripts', 'src/cli.ts', `import { findFirebird } from '../scripts/firebird/provider.ts';`],
  ['a script uses the tests', 'scripts/test.ts', `import { shop } from '../test/support/shop.ts';`],
  ['a package away from home', 'src/sync/agent.ts', `import Database from 'better-sqlite3';`],
  ['a package away from home, for its types', 'src/sync/agent.ts', `import type { Database } from 'better-sqlite3';`],
  ['a part of a package away from home', 'src/report/csv.ts', `import { parse } from 'libphonenumber-js/core';`],
  ['a package that nobody knows', 'src/report/csv.ts', `import _ from 'lodash';`],
  [
    'a screen takes a value of the engine',
    'renderer/app.tsx',
    `import { guards } from '../src/sync/agent-contract.ts';`,
  ],
  ['a screen knows the inside of the engine', 'renderer/a.ts', `import type { Engine } from '../src/sync/engine.ts';`],
  ['a screen uses Node', 'renderer/screens/a.tsx', `import { join } from 'node:path';`],
  ['a screen uses the window', 'renderer/screens/a.tsx', `import { tray } from '../../electron/tray/tray.ts';`],
  ['the engine uses a screen', 'src/sync/a.ts', `import { words } from '../../renderer/words/words.ts';`],
  ['the engine uses the kit of the screens', 'src/sync/a.ts', `import { useState } from 'react';`],
  ['the window goes round the host', 'electron/engine.ts', `import { runOnce } from '../src/sync/run.ts';`],
  ['the window uses the kit of the screens', 'electron/main.ts', `import { useState } from 'react';`],
  ['a long screen', 'renderer/screens/a.tsx', '\n'.repeat(301)],
  ['a folder that nobody knows', 'src/utils/text.ts', `import { money } from '../model/money.ts';`],
  ['a barrel', 'src/model/index.ts', `export * from './money.ts';`],
  ['a name handed on', 'src/model/index.ts', `export { money } from './money.ts';`],
  ['the time of the machine', 'src/sync/agent.ts', `export const now = () => Date.now();`],
  ['the time of the machine, as an object', 'src/sync/agent.ts', `export const now = () => new Date();`],
  ['chance', 'src/delivery/backoff.ts', `export const jitter = () => Math.random();`],
  ['state of a file', 'src/delivery/backoff.ts', `let calls = 0;`],
  ['exported state of a file', 'src/delivery/backoff.ts', `export let calls = 0;`],
  ['a long file', 'src/delivery/backoff.ts', '\n'.repeat(301)],
])('is found: %s', (_, path, text) => {
  expect(complaints(path, text)).toHaveLength(1);
});

test.each([
  ['src/delivery/courier.ts', `import type { Outcome } from '../connectors/contract.ts';`],
  ['src/report/page.ts', `import type { Problem } from '../validation/problem.ts';`],
  [
    'src/connectors/genieai/rules/contact.ts',
    `import { a } from '../mapping.ts'; import { b } from '../../http/client.ts';`,
  ],
  ['src/connectors/registry.ts', `import { genieai } from './genieai/index.ts';`],
  ['src/connectors/folder/index.ts', `import type { Connector } from '../contract.ts';`],
  ['src/database/open.ts', `import Database from 'better-sqlite3'; import { join } from 'node:path';`],
  ['src/model/money.ts', `import { z } from 'zod'; import { ids } from './ids.ts';`],
  ['src/cli.ts', `import { Command } from 'commander'; import { program } from './cli/program.ts';`],
  ['src/support/clock.ts', `export const systemClock = () => Date.now();`],
  ['src/sync/agent.ts', `export const day = (at: number) => new Date(at); // not Date.now()`],
  ['bench/run.ts', `import { a } from '../src/sync/agent.ts'; import { b } from '../scripts/firebird/provider.ts';`],
  ['test/sync/agent.test.ts', `import { a } from '../../src/sync/agent.ts'; import Database from 'better-sqlite3';`],
  [
    'renderer/app.tsx',
    `import { Text } from '@mantine/core'; import type { Status } from '../src/sync/agent-contract.ts'; export const App = () => <Text>{Date.now()}</Text>;`,
  ],
  [
    'electron/engine.ts',
    `import { app } from 'electron'; import { createHost } from '../src/sync/host/create-host.ts';`,
  ],
  ['src/delivery/backoff.ts', '\n'.repeat(300)],
])('is allowed: %s: %s', (path, text) => {
  expect(complaints(path, text)).toEqual([]);
});

test('a file that cannot be parsed is not passed over', () => {
  expect(() => readSource('src/model/money.ts', 'import {')).toThrow('parsing src/model/money.ts');
});
