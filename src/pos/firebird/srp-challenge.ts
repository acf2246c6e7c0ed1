import type { Socket } from 'node:net';

/** Packets that can carry a challenge, and where in them its bytes begin. */
const challengeAt: Readonly<Record<number, number>> = { 92: 4, 94: 16, 98: 16 };
const longestSalt = 64;

/**
 * Lets the driver find the server's key in the challenge of a login (Srp). It looks where the key begins behind a salt of
 * 64 or 60 letters; but Firebird drops leading zeros, so that the salt of one user in sixteen is shorter, and that user's
 * right password is refused. Only lengths between the two are put right; salt and key stay as they came.
 */
export function alignChallenges(socket: Socket): { stop(): void } {
  const emit = socket.emit.bind(socket);
  const aligned = (event: string | symbol, ...values: unknown[]): boolean => {
    const [data] = values;
    return event === 'data' && Buffer.isBuffer(data) ? emit(event, alignChallenge(data)) : emit(event, ...values);
  };
  Object.assign(socket, { emit: aligned });
  return { stop: () => void Reflect.deleteProperty(socket, 'emit') };
}

/** The packet with the key where node-firebird 2.17 looks for it; any other packet just as it is. */
export function alignChallenge(packet: Buffer): Buffer {
  const start = packet.length >= 8 ? challengeAt[packet.readInt32BE(0)] : undefined;
  if (start === undefined || packet.length < start + 4) return packet;
  const length = packet.readInt32BE(start);
  const bytes = packet.subarray(start + 4, start + 4 + length);
  if (length < 6 || bytes.length < length) return packet;
  const saltLength = bytes.readUInt16LE(0);
  if (saltLength > longestSalt || saltLength + 4 >= length) return packet;
  const salt = bytes.subarray(2, 2 + saltLength);
  const key = bytes.subarray(4 + saltLength);
  if (bytes.readUInt16LE(2 + saltLength) !== key.length || !isHexadecimal(salt) || !isHexadecimal(key)) return packet;
  const gap = Buffer.alloc(keyPosition(saltLength) - 2 - saltLength);
  const moved = Buffer.concat([bytes.subarray(0, 2), salt, gap, key]);
  const rest = packet.subarray(start + 4 + padded(length));
  return Buffer.concat([
    packet.subarray(0, start),
    int32(moved.length),
    moved,
    Buffer.alloc(padded(moved.length) - moved.length),
    rest,
  ]);
}

/** Where the driver takes the key from. */
function keyPosition(saltLength: number): number {
  return (saltLength + 5) & ~3;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function isHexadecimal(bytes: Buffer): boolean {
  return /^[\dA-F]+$/i.test(bytes.toString('latin1'));
}
