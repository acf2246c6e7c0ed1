import { arch, availableParallelism, cpus, totalmem, type } from 'node:os';

/** What the bench ran on, without anything that would tell whose machine it is. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Options that Node was started with, such as limits of memory. */
  readonly options: readonly string[];
  readonly firebird: string;
}

/** This machine, with the Firebird that the bench has found on it. */
export function describeMachine(firebird: string): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${arch()}`,
    node: process.version,
    options: process.execArgv,
    firebird,
  };
}

/** The machine in one line. */
export function machineLine({ processor, cores, memoryGb, system, node, options, firebird }: Machine): string {
  const started = [`Node ${node.slice(1)}`, ...options].join(' ');
  return `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, ${started}, Firebird ${firebird}`;
}
