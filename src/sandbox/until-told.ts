import { fstatSync } from 'node:fs';

function hasParent(): boolean {
  const input = fstatSync(0);
  return input.isFIFO() || input.isSocket();
}

/** Ends what runs in this process at SIGTERM, SIGINT or, where a pipe leads to it, the end of its input. */
export function runUntilTold(running: { close(): Promise<void> }): void {
  const end = () => {
    // An open pipe would keep the process alive.
    process.stdin.destroy();
    void running.close();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
  if (hasParent()) process.stdin.once('close', end).resume();
}
