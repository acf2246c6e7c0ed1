const consequences = {
  block: 'not sent until it is mended',
  'drop-field': 'sent without this field',
  warn: 'sent as it is',
} as const;

/** What a fault costs the record that has it, as a clause. */
export function consequenceOf(severity: keyof typeof consequences): string {
  return consequences[severity];
}
