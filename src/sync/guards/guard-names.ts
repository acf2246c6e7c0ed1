/** The guards, as `sync --allow` names them. */
export const guardNames = [
  'empty-read',
  'wrong-database',
  'mass-deletion',
  'mass-change',
  'price-change',
  'stock-to-zero',
  'email-blanked',
] as const;
export type GuardName = (typeof guardNames)[number];

/** Those that look at what is about to be sent, as `sync --hold` names them: what one objects to can stay here while the rest goes. */
export const pushGuardNames = [
  'mass-deletion',
  'mass-change',
  'price-change',
  'stock-to-zero',
  'email-blanked',
] as const satisfies readonly GuardName[];
export type PushGuardName = (typeof pushGuardNames)[number];
