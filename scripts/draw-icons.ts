import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconFiles } from './icons/icon-files.ts';

// Draws the pictures of build/ anew.
const build = fileURLToPath(new URL('../build', import.meta.url));
for (const [name, content] of iconFiles()) {
  const file = join(build, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
