import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between clients and a server that we may not kill, so that a line can still be cut on purpose. */
export interface Relay {
  readonly port: number;
  /** Cuts every line and takes no new ones, as when the server's machine loses its power. */
  cut(): Promise<void>;
  /** Listens again, on the same port. */
  mend(): Promise<void>;
}

/** Passes every connection to a port of its own on loopback on to the target. */
export async function startRelay(target: { readonly host: string; readonly port: number }): Promise<Relay> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const listener = createServer((near) => {
    const far = keep(connect(target));
    keep(near).pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = async (port: number): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', () => {
        listener.off('error', reject);
        resolve();
      });
    });
  };
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  listener.unref();
  return {
    port,
    async cut() {
      const closed = new Promise((resolve) => {
        listener.close(resolve);
      });
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    mend: () => listen(port),
  };
}
