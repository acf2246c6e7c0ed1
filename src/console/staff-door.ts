import type { StaffDoor, StaffNetwork } from '../sync/host/staff-door.ts';
import { forgetPin, keepPin, keptPinHash } from './kept-pin.ts';

/** The staff's door of a home folder. `network` says how the shop's other computers reach it now. */
export function createStaffDoor(home: string, network: () => StaffNetwork | null = () => null): StaffDoor {
  return {
    hasPin: () => keptPinHash(home) !== undefined,
    setPin: (pin) => keepPin(home, pin),
    forgetPin: () => forgetPin(home),
    network,
  };
}
