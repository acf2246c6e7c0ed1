/** A version that lies ready on this computer, its signature looked at. */
export interface ReadyUpdate {
  readonly version: string;
  /** The system will ask a person for leave: it cannot be installed while nobody is there. */
  readonly asksSomebody: boolean;
}

/** Where new versions come from. */
export interface UpdateSource {
  /** Looks for a version, and fetches it where this computer's turn has come. Never throws: a look that fails is made again. */
  look(): Promise<ReadyUpdate | undefined>;
  /** Ends the app and starts the installer, which starts the new version. */
  install(): void;
}

/**
 * Whether this build may replace itself: only where a signature is looked at before anything runs. On Windows that is so
 * where the build knows its publisher; macOS always looks; on Linux versions come from the package manager.
 */
export function mayUpdate(build: {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** The text of `app-update.yml` beside the program; undefined where there is none. */
  readonly config: string | undefined;
}): boolean {
  if (!build.isPackaged || build.config === undefined) return false;
  if (build.platform === 'darwin') return true;
  return build.platform === 'win32' && /^publisherName:/m.test(build.config);
}
