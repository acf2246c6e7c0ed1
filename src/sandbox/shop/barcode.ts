/** The digits with the check digit that GS1 asks for behind them. */
export function withCheckDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const weight = (digits.length - i) % 2 === 1 ? 3 : 1;
    sum += weight * Number(digits.charAt(i));
  }
  return digits + String((10 - (sum % 10)) % 10);
}
