import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Relayed } from './relayed.ts';

// Gives a process of Node's what a utility process has: `process.parentPort`, and ports that come with its messages.
const tell = (said: Relayed) => process.connected && process.send?.(said);

class Port extends EventEmitter {
  readonly #number: number;
  constructor(number: number) {
    super();
    this.#number = number;
  }
  start(): void {
    for (const data of this.#early.splice(0)) this.emit('message', { data, ports: [] });
    this.#isStarted = true;
  }
  postMessage(data: unknown): void {
    tell({ kind: 'on-port', port: this.#number, data });
  }
  close(): void {
    tell({ kind: 'port-closed', port: this.#number });
  }
  hear(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] });
    else this.#early.push(data);
  }
  readonly #early: unknown[] = [];
  #isStarted = false;
}

const ports = new Map<number, Port>();
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown) => tell({ kind: 'message', data, ports: [] }),
});
process.on('message', (said: Relayed) => {
  if (said.kind === 'on-port') ports.get(said.port)?.hear(said.data);
  else if (said.kind === 'port-closed') ports.get(said.port)?.emit('close');
  else {
    for (const number of said.ports) ports.set(number, new Port(number));
    parentPort.emit('message', { data: said.data, ports: said.ports.map((number) => ports.get(number)) });
  }
});
process.on('disconnect', () => process.exit(1));
Object.assign(process, { parentPort });

// As in a utility process, the script stands where this file stood, and its own arguments after it.
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1] ?? '').href);
