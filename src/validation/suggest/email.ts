import { meantDomain } from '../../model/email-address.ts';
import { cleanEmail } from '../read/email-text.ts';
import type { Suggestion } from './suggest.ts';

const joint = new Map([
  ['gmailcom', 'gmail.com'],
  ['hotmailcom', 'hotmail.com'],
  ['hotmailcouk', 'hotmail.co.uk'],
  ['yahoocom', 'yahoo.com'],
  ['yahoocouk', 'yahoo.co.uk'],
  ['outlookcom', 'outlook.com'],
  ['icloudcom', 'icloud.com'],
  ['btinternetcom', 'btinternet.com'],
]);

/** Commas for dots, blanks, a doubled or mistyped `@`, slips in well-known domains; of several addresses the first. */
export function emailCandidates(text: string): readonly Suggestion[] {
  const several = /[;,/]|\s(?:or|and)\s|\s/i.exec(text.trim());
  const first = several ? text.trim().slice(0, several.index) : '';
  const isSeveral = text.split('@').length > 2 && first.includes('@') && !first.endsWith('@');
  return [...(isSeveral ? [{ value: mended(first), certain: false }] : []), { value: mended(text), certain: true }];
}

function mended(text: string): string {
  const address = cleanEmail(text.trim())
    .replace(/\s*[([]\s*at\s*[)\]]\s*/i, '@')
    .replace(/\s+/g, '')
    .replace(/[,;:]/g, '.')
    .replace(/@{2,}/g, '@')
    .replace(/\.{2,}/g, '.')
    .replace(/\.?@\.?/, '@')
    .replace(/^[.<'"]+|[.>'"/\\]+$/g, '');
  const typed = address.includes('@') ? address : address.replace('"', '@');
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1).toLowerCase();
  return typed.slice(0, at + 1) + (joint.get(domain) ?? meantDomain(domain) ?? domain);
}
