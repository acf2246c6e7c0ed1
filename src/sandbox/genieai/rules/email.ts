const atoms = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;

/** Whether text is an address of the plain form that all mail servers take: dotted atoms, `@`, a domain with a top level. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at >= 1 && at <= 64 && atoms.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
}
