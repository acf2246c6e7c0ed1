/** What a folder of `src/`, or one of the two doors beside it, may import of the other folders: values, and those of which it may only know the types. */
export interface Permission {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Files, or folders within folders, of which values may be imported where the folder as a whole may not. */
  readonly valuesOf?: readonly string[];
  /** Files that may be imported for their types where the folder as a whole may not. */
  readonly typesOfFiles?: readonly string[];
}

const stages = ['pos', 'staging', 'identity', 'validation', 'delivery', 'connectors', 'report'] as const;

/** The table of `docs/` in a form that can be executed. A file right in `src/` stands for a folder of its name. */
export const importTable: Readonly<Record<string, Permission>> = {
  model: { values: [] },
  support: { values: [] },
  database: { values: ['support'] },
  settings: { values: ['model', 'support'] },
  pos: { values: ['model', 'support'] },
  staging: { values: ['model', 'database', 'support'] },
  identity: { values: ['model', 'database', 'support'] },
  validation: { values: ['model', 'database', 'support'] },
  delivery: { values: ['model', 'database', 'support'], typesOfFiles: ['src/connectors/contract.ts'] },
  connectors: { values: ['model', 'support'] },
  report: { values: ['model', 'support'], types: ['validation'] },
  sync: { values: ['model', 'support', 'database', 'settings', ...stages] },
  api: { values: ['sync', 'model'], types: ['settings'] },
  console: { values: ['api', 'sync', 'support'] },
  sandbox: { values: ['model', 'support'] },
  cli: { values: ['sync', 'api', 'console', 'sandbox', 'settings', 'support'] },
  // What the api talks of; the screens decide nothing, so they need no more than its types.
  renderer: {
    values: [],
    types: ['api', 'model'],
    typesOfFiles: [
      'src/sync/agent-contract.ts',
      'src/sync/host/host-contract.ts',
      'src/sync/host/staff-door.ts',
      'src/sync/reports/reports-contract.ts',
      'src/sync/join/people-contract.ts',
      'src/sync/stock/stock-view.ts',
      'src/sync/trail-contract.ts',
      'src/validation/problem.ts',
      'src/validation/problem-groups.ts',
    ],
  },
  // The window, and the process of the engine beside it: the host, served as the console serves it.
  electron: {
    values: ['api', 'settings', 'support', 'model', 'sandbox'],
    valuesOf: [
      'src/sync/host/',
      'src/cli/sample/',
      'src/console/headers.ts',
      'src/console/renderer-files.ts',
      'src/console/keep-network-console.ts',
      'src/console/staff-door.ts',
    ],
    typesOfFiles: ['src/sync/agent-contract.ts'],
  },
};

/** Inside `src/connectors/`: what every kind of destination may use, besides its own folder. */
export const sharedByConnectors = [
  'src/connectors/contract.ts',
  'src/connectors/shop-front.ts',
  'src/connectors/http/',
] as const;

/** The one file that knows every kind of destination. */
export const connectorRegistry = 'src/connectors/registry.ts';

/** Where each package of others lives: the paths that may import it. zod and Node itself stand apart. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src/database/'],
  'node-firebird': ['src/pos/firebird/'],
  'iconv-lite': ['src/pos/firebird/'],
  'libphonenumber-js': ['src/model/phone-number.ts'],
  hono: ['src/sandbox/', 'src/console/'],
  '@hono/node-server': ['src/sandbox/', 'src/console/'],
  selfsigned: ['src/console/'],
  '@orpc/contract': ['src/api/'],
  '@orpc/server': ['src/api/'],
  '@orpc/client': ['src/api/', 'renderer/', 'electron/'],
  '@mantine/core': ['renderer/'],
  '@mantine/hooks': ['renderer/'],
  '@mantine/notifications': ['renderer/'],
  '@tabler/icons-react': ['renderer/'],
  '@tanstack/react-query': ['renderer/'],
  '@tanstack/react-virtual': ['renderer/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  recharts: ['renderer/'],
  wouter: ['renderer/'],
  electron: ['electron/'],
  'electron-updater': ['electron/'],
  commander: ['src/cli.ts', 'src/cli/'],
  'csv-stringify': ['src/report/'],
  nodemailer: ['src/report/mail/send-mail.ts'],
  pino: ['src/support/log.ts'],
  '@napi-rs/keyring': ['src/settings/'],
  'fastest-levenshtein': ['src/validation/'],
};

/** Folders without Node: pure records, and what runs in a page. */
export const withoutNode = ['model', 'renderer'] as const;
