import type { StaffDoor, StaffNetwork } from '../sync/host/staff-door.ts';
import { forgetPin, keepPin, keptPinHash } from './kept-pin.ts';

/** The staff's door of a home folder, made before there is a way to it. */
export interface OwnStaffDoor extends StaffDoor {
  /** Says how the shop's other computers reach it, whenever somebody asks from now on. */
  reachedBy(network: () => StaffNetwork | null): void;
}

/** The staff's door of a home folder. */
export function createStaffDoor(home: string): OwnStaffDoor {
  let reach: () => StaffNetwork | null = () => null;
  return {
    hasPin: () => keptPinHash(home) !== undefined,
    setPin: (pin) => keepPin(home, pin),
    forgetPin: () => forgetPin(home),
    network: () => reach(),
    reachedBy(network) {
      reach = network;
    },
  };
}
