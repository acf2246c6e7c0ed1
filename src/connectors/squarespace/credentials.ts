/** What stands behind `Authorization: Bearer …`. */
export interface Credentials {
  /** Undefined where there is none. */
  bearer(): Promise<string | undefined>;
  /** Asked after a 401: whether another bearer is at hand now, so that the request is worth a second try. */
  renew(signal: AbortSignal): Promise<boolean>;
}

/** An API key, or an access token that somebody else keeps fresh: it never changes while we run. */
export function createFixedCredentials(secret: string | undefined): Credentials {
  return { bearer: () => Promise.resolve(secret), renew: () => Promise.resolve(false) };
}
