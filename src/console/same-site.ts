/** What a request says about where it comes from. */
export interface Provenance {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which browsers send and pages cannot forge. */
  readonly fetchSite: string | undefined;
}

const reading = new Set(['GET', 'HEAD']);

/**
 * Whether a request comes from a page of our own, or from somebody who typed our address. `Host` must be a name that we
 * go by: a foreign name that leads to this computer (DNS rebinding) is refused. A change must come from our own pages.
 */
export function isOurs({ method, host, origin, fetchSite }: Provenance, origins: ReadonlySet<string>): boolean {
  const named = host !== undefined && [...origins].some((each) => new URL(each).host === host.toLowerCase());
  if (!named) return false;
  if (origin !== undefined && !origins.has(origin.toLowerCase())) return false;
  // Whoever follows a link from elsewhere comes without a cookie of ours, and sees the log-in.
  if (reading.has(method)) return true;
  return origin !== undefined && (fetchSite === undefined || fetchSite === 'same-origin');
}
