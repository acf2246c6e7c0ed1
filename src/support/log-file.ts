import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Where a log goes and how large it may become: at most `files` × `bytes` on the disk. */
export interface LogFileOptions {
  readonly folder: string;
  /** A file is closed and put aside once it is so large. */
  readonly bytes?: number;
  /** How many files there are at most, with the one being written. */
  readonly files?: number;
}

/** A file that lines are written to, and that never fills the disk: `tillbridge.log`, before it `tillbridge.1.log`, and so on. */
export interface LogFile {
  write(line: string): void;
  close(): void;
}

/** Opens the log in the folder, which is made where it is missing. Lines are on their way to the disk when `write` returns. */
export function openLogFile({ folder, bytes = 5 * 1024 * 1024, files = 5 }: LogFileOptions): LogFile {
  const nameOf = (age: number) => path.join(folder, age === 0 ? 'tillbridge.log' : `tillbridge.${age}.log`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let descriptor = openSync(nameOf(0), 'a', 0o600);
  let written = fstatSync(descriptor).size;

  function putAside(): void {
    closeSync(descriptor);
    rmSync(nameOf(files - 1), { force: true });
    for (let age = files - 2; age >= 0; age -= 1) {
      try {
        renameSync(nameOf(age), nameOf(age + 1));
      } catch {
        // Missing, or held open by another process: the log goes on in the file as it is.
      }
    }
    descriptor = openSync(nameOf(0), 'a', 0o600);
    written = 0;
  }

  return {
    write(line) {
      if (written >= bytes) putAside();
      written += writeSync(descriptor, line);
    },
    close: () => closeSync(descriptor),
  };
}
