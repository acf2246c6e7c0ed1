import { customer } from '../../model/customer.ts';
import { britishPostcode } from '../../model/british-postcode.ts';
import { isPossibleE164, toE164 } from '../../model/phone-number.ts';
import { ringSize } from '../../model/ring-size.ts';
import type { Notebook, ShopHabits } from '../reading.ts';
import { nameFromCapitals } from './capitals.ts';
import type { CellReader } from './cell.ts';
import { textCell, truthCell, valueCell } from './cell.ts';
import { countryCode } from './country-name.ts';
import { cleanEmail } from './email-text.ts';
import { dayCell, momentCell } from './moment-cell.ts';
import { cleanLine, cleanLines } from './plain-text.ts';
import { knownTitle } from './title.ts';

const customerSources = customer.shape.sources;

/** What the shop wants cleaned besides what is always cleaned. */
export interface CleaningWishes {
  /** Names that stand in capitals are written as names. */
  readonly capitals: boolean;
}

/** How each field of a customer is read. `country` must be read before the fields that depend on it. */
export function customerCell(field: string, shop: ShopHabits, { capitals }: CleaningWishes): CellReader {
  switch (field) {
    case 'title':
      return textCell(field, (text) => within(text, knownTitle));
    case 'firstName':
    case 'lastName':
    case 'fullName':
      return textCell(field, capitals ? (text) => nameFromCapitals(cleanLine(text)) : cleanLine);
    case 'email':
      return textCell(field, (text) => cleanEmail(cleanLine(text)));
    case 'phone':
    case 'mobile':
      return textCell(field, (text, notebook) => cleanPhone(cleanLine(text), notebook, shop));
    case 'postcode':
      return textCell(field, (text, { country }) =>
        country === 'GB' ? within(text, britishPostcode) : cleanLine(text),
      );
    case 'country':
      return textCell(field, cleanCountry);
    case 'ringSize':
      return textCell(field, (text) => within(text, ringSize));
    case 'notes':
      return textCell(field, cleanLines);
    case 'birthday':
    case 'anniversary':
      return dayCell(field, shop);
    case 'consentedAt':
    case 'firstSeenAt':
    case 'lastPurchaseAt':
      return momentCell(field, shop);
    case 'marketingEmail':
    case 'marketingSms':
    case 'marketingPost':
      return truthCell(field);
    case 'tags':
      return valueCell(field, 'wrong_type', tagsOf);
    case 'sources':
      return valueCell(field, 'wrong_type', (text) => customerSources.safeParse(text.split(',')).data);
    default:
      return textCell(field, cleanLine);
  }
}

/** The line in its usual writing where it has one, else the line. */
function within(text: string, usual: (line: string) => string | undefined): string {
  const line = cleanLine(text);
  return usual(line) ?? line;
}

function cleanPhone(line: string, { country }: Notebook, shop: ShopHabits): string {
  if (isPossibleE164(line)) return line;
  return toE164(line, country) ?? (country === shop.country ? undefined : toE164(line, shop.country)) ?? line;
}

function cleanCountry(text: string, notebook: Notebook): string {
  const line = cleanLine(text);
  const code = countryCode(line);
  if (code === undefined) return line;
  notebook.country = code;
  return code;
}

function tagsOf(text: string): string[] | null {
  const tags = text
    .split(/[,;|]/)
    .map(cleanLine)
    .filter((tag) => tag !== '');
  return tags.length === 0 ? null : [...new Set(tags)];
}
