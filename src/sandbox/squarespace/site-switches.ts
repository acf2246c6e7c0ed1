/** Switches of a site as a whole. */
export interface SiteSwitches {
  /** While it is not paid for, every call is answered 402. */
  expired: boolean;
  /** By how many milliseconds the site's clock is ahead of ours. */
  clockSkew: number;
  /** Whether its owner says no to an application that asks for consent. */
  deniesConsent: boolean;
}
