/** A tool that judges the whole tree without running it. */
export interface Check {
  /** What is true when it is content. */
  readonly name: string;
  /** A program of node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]];
}

/** Every check, the quickest first. `npm run check` shows what they say; `npm test` has each as a test. */
export const checks: readonly Check[] = [
  { name: 'every file is formatted', command: ['oxfmt', '--check'] },
  { name: 'the linter has nothing to say', command: ['oxlint'] },
  { name: 'the types hold', command: ['tsc', '--project', '.'] },
  { name: 'the types of the screens hold', command: ['tsc', '--project', 'renderer'] },
  { name: 'every file, export and dependency is used', command: ['knip'] },
];
