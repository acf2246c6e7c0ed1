import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MessagePortMain } from './message-port-main.ts';
import type { Relayed } from './relayed.ts';

const entry = fileURLToPath(new URL('utility-entry.ts', import.meta.url));

/** A utility process as a real process of Node's, with ports that reach into it. */
export class UtilityProcess extends EventEmitter {
  readonly flags: readonly string[];
  readonly child: ChildProcess;
  readonly #ports = new Map<number, MessagePortMain>();

  constructor(script: string, args: readonly string[], execArgv: readonly string[]) {
    super();
    this.flags = execArgv;
    this.child = fork(entry, [script, ...args], {
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('message', (said: Relayed) => {
      if (said.kind === 'message') this.emit('message', said.data);
      else if (said.kind === 'on-port') this.#ports.get(said.port)?.postMessage(said.data);
      else this.#ports.get(said.port)?.close();
    });
    this.child.once('exit', (code) => {
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) => {
      const number = this.#ports.size + 1;
      this.#ports.set(number, port);
      port.on('message', (event: { data: unknown }) => this.#tell({ kind: 'on-port', port: number, data: event.data }));
      port.on('close', () => this.#tell({ kind: 'port-closed', port: number }));
      return { number, port };
    });
    this.#tell({ kind: 'message', data, ports: ports.map(({ number }) => number) });
    for (const { port } of ports) port.start();
  }

  kill(): boolean {
    return this.child.kill();
  }

  #tell(said: Relayed): void {
    if (this.child.connected) this.child.send(said);
  }
}
