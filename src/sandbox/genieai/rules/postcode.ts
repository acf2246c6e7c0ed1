/** A9, A99, AA9, AA99, A9A and AA9A, with the letters that Royal Mail uses in each place. */
const area =
  '(?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d{1,2}|[A-PR-UWYZ]\\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRVWXY])';
const british = new RegExp(`^(?:GIR 0AA|${area} \\d[ABD-HJLNP-UW-Z]{2})$`);

/** Whether text is a British postcode as it is printed on letters: capitals, one space. */
export function isBritishPostcode(text: string): boolean {
  return british.test(text);
}
