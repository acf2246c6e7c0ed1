import type { SiteContent } from '../../squarespace/site.ts';
import type { SampleShop } from '../shop.ts';
import type { WebsiteTally } from './tally.ts';

/** How large a sample website is; everything follows from its shop unless it is given. */
export interface SampleWebsiteParts {
  /** People whom the website knows, or who bought there. */
  readonly people?: number;
  readonly orders?: number;
  /** Variants that the website has in common with the till. */
  readonly products?: number;
}

/** The website of a sample shop: always the same for the same shop and parts. */
export interface SampleWebsite {
  /** The till as it stands beside the website: a few customers more, and the web orders that staff keyed into it. */
  readonly till: SampleShop;
  content(): SiteContent;
  readonly tally: WebsiteTally;
}

/** The smallest shop whose website holds every kind of case at least once. */
export const smallestShopWithWebsite = 300;
