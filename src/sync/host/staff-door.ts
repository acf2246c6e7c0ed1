import { TillbridgeError } from '../../support/errors.ts';

/** How the shop's other computers come in. */
export interface StaffNetwork {
  /** `https://192.0.2.10:7717/` */
  readonly addresses: readonly string[];
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string;
}

/** The door by which staff come in from the shop's other computers, as far as the owner sees to it. */
export interface StaffDoor {
  /** Whether there is a PIN: without one no staff come in. */
  hasPin(): boolean;
  /** Keeps a PIN; staff who are in have to give it again. Throws a `TillbridgeError` where it is too short or too long. */
  setPin(pin: string): Promise<void>;
  /** Lets staff in no longer, and ends their sessions. */
  forgetPin(): Promise<void>;
  /** Null where nobody can reach it over the network now. */
  network(): StaffNetwork | null;
}

const none = async () => {
  throw new TillbridgeError('settings', 'keeping the staff PIN: there is no door for staff here', {
    hint: 'Set it with "tillbridge console pin".',
  });
};

/** Where there is no such door. */
export const noStaffDoor: StaffDoor = { hasPin: () => false, setPin: none, forgetPin: none, network: () => null };
