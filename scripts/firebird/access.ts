/** How to reach a Firebird server and make databases on it. Plain data, so that a test run can hand it to its workers. */
export interface FirebirdAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Where databases go, as the server sees it. */
  readonly folder: string;
  /** A file of ours that notes every database made, where the folder is not ours to remove. */
  readonly ledger?: string;
  readonly isql: {
    readonly command: readonly [string, ...string[]];
    readonly environment: Readonly<Record<string, string>>;
    /** The server as isql must name it: `localhost/3055`. */
    readonly server: string;
  };
}

/** A server of one's own. `kill` ends it as a power cut would; `start` brings it back on the same port with the same databases. */
export interface FirebirdServer {
  readonly access: FirebirdAccess;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its databases. */
  stop(): Promise<void>;
}

/** A way to have Firebird on this machine. */
export interface FirebirdProvider {
  /** For people: "Firebird as installed". */
  readonly label: string;
  startServer(): Promise<FirebirdServer>;
}
