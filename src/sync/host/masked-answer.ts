/** So many items of a list are shown; the rest are counted. */
const itemsShown = 5;
const deepest = 6;
const longest = 4000;

/** Stands where somebody's data was. */
const mask = '•••';

// What a far side says in words of its own: `accepted`, `INVALID_REQUEST_ERROR`, `invalid-phone`. A name has one capital, and is none.
const word = /^(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;
const wordFields: ReadonlySet<string> = new Set(['status', 'code', 'type', 'subtype', 'result', 'state']);

/** `phone`, `lines[2].quantity`. */
const fieldPath = /^[a-z][A-Za-z0-9]{0,39}(?:\[\d{1,3}\])?(?:\.[a-z][A-Za-z0-9]{0,39}){0,3}$/;

// Letters and digits mixed, as machines make them, or a till's short number; never what could be a telephone number.
const machineId = /^(?=[\w.:-]*\d)(?=[\w.:-]*[A-Za-z_-])[\w.:-]{1,64}$|^\d{1,6}$/;
const idFields: ReadonlySet<string> = new Set(['id', 'ref', 'requestId', 'contextId', 'jobId', 'variantId']);

// Our own names of fields are words that begin small; whatever else a name holds may be somebody's.
const fieldName = /^[a-z][A-Za-z_]{0,39}$/;

/**
 * What a far side answered, as text, without a word of anybody's data: only words of its own, ids and small whole numbers
 * stay, under the names that are known to hold such; every other text is masked. Null where there was no body.
 */
export function maskedAnswer(body: unknown): string | null {
  if (body === undefined) return null;
  const text = JSON.stringify(masked(body, '', 0));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function masked(value: unknown, field: string, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return maskedText(value, field);
  // A telephone number is one too.
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1_000_000 ? value : mask;
  if (typeof value !== 'object' || depth >= deepest) return mask;
  if (Array.isArray(value)) {
    const shown = value.slice(0, itemsShown).map((item) => masked(item, field, depth + 1));
    return value.length > itemsShown ? [...shown, `… ${value.length - itemsShown} more`] : shown;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [fieldName.test(name) ? name : mask, masked(inner, name, depth + 1)]),
  );
}

function maskedText(text: string, field: string): string {
  const isWord = wordFields.has(field) && text.length <= 60 && word.test(text);
  const isId = idFields.has(field) && machineId.test(text);
  const isPath = field === 'field' && fieldPath.test(text);
  return isWord || isId || isPath ? text : mask;
}

/** A path with its ids, and the names of what was asked for without what was asked: `GET /contacts?externalId`. */
export function maskedPath(path: string, query: Readonly<Record<string, string>> | undefined): string {
  const [plain = '', inPath = ''] = path.split('?', 2);
  const shown = plain.split('/').map((part) => (part === '' || safePart.test(part) ? part : mask));
  const names = [...new URLSearchParams(inPath).keys(), ...Object.keys(query ?? {})].map((name) =>
    fieldName.test(name) ? name : mask,
  );
  return shown.join('/') + (names.length > 0 ? `?${names.join('&')}` : '');
}

const safePart = /^(?:[a-z][a-z-]{0,39}|v?\d\.\d|v\d{1,2}|(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,64}|[0-9a-f-]{20,64})$/;
