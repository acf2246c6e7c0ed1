const barcodeForm = /^(?:\d{8}|\d{12}|\d{13})$/;

/** Whether text is an EAN-8, UPC-A (EAN-12) or EAN-13 whose last digit is the check digit of the others. */
export function isBarcode(text: string): boolean {
  if (!barcodeForm.test(text)) return false;
  let sum = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = Number(text[text.length - 1 - place]);
    sum += place % 2 === 0 ? digit : 3 * digit;
  }
  return sum % 10 === 0;
}
