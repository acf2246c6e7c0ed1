const form = /^(?:\d{8}|\d{12}|\d{13})$/;

/** The check digit that belongs behind the digits of an EAN or UPC code, after GS1: weights 3 and 1 from the right. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the text is an EAN-8, UPC-A (12 digits) or EAN-13 with a right check digit. */
export function isBarcode(text: string): boolean {
  return form.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}
