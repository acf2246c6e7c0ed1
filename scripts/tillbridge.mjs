#!/usr/bin/env node
// The `tillbridge` command for somebody who has the source: sets up what is missing, then runs the command line on Node 24.
process.argv.splice(2, 0, 'src/cli.ts');
await import('./bootstrap.mjs');
