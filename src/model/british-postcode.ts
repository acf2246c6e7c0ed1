/** A9, A99, AA9, AA99, A9A and AA9A with the letters that the Royal Mail uses in each place, and the letters that may end a postcode. */
const outward = '[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRVWXY])';
const inward = '\\d[ABD-HJLNP-UW-Z]{2}';

const writtenForm = new RegExp(`^(?:${outward} ${inward}|GIR 0AA)$`);

/** Whether the text is a British postcode as the Royal Mail writes it: capitals, one blank before the last three. */
export function isBritishPostcode(text: string): boolean {
  return writtenForm.test(text);
}

/** The postcode as the Royal Mail writes it, from any spacing and case: `ip331aa` → `IP33 1AA`. Undefined where it has not the form of one; letters and digits are never changed. */
export function britishPostcode(text: string): string | undefined {
  if (isBritishPostcode(text)) return text;
  const compact = text.replace(/\s+/g, '').toUpperCase();
  const written = `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  return isBritishPostcode(written) ? written : undefined;
}
