import type { SampleShop } from '../../sandbox/shop/shop.ts';
import type { TillSettings } from '../../settings/settings.ts';

/** The sample shop's till while a demonstration lasts. */
export interface DemoTill {
  /** As people see it: "SQLite", "Firebird". */
  readonly label: string;
  readonly dialect: 'sqlite' | 'firebird';
  readonly settings: TillSettings;
  readonly password: string | undefined;
  /** Changes rows as the shop's people would. */
  change(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What a demonstration's till is made from. */
export interface DemoTillParts {
  readonly shop: SampleShop;
  /** A folder of ours, for whatever files it needs. */
  readonly folder: string;
  /** Where its profile stands, relative to the home folder. */
  readonly profile: string;
  /** Hears now and then how many rows stand. */
  readonly onRows: (rows: number) => void;
}
