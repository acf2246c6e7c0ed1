/** Why GenieAI refuses a field, sentence by code. The sentences never repeat what stood in the field. */
const sentences = {
  required: 'must be given',
  wrong_type: 'has the wrong type',
  too_long: 'is too long',
  control_character: 'holds a control character',
  bad_character: 'holds a replacement character (U+FFFD)',
  untrimmed: 'starts or ends with white space',
  not_allowed: 'is not one of the allowed values',
  bad_id: 'must be 1 to 64 of A-Z a-z 0-9 . _ -',
  bad_email: 'is not an e-mail address',
  duplicate_email: 'belongs to another contact',
  bad_phone: 'is not a possible number in E.164 form',
  contact_point_required: 'one of email, phone, mobile or a whole postal address must be given',
  bad_postcode: 'is not a British postcode',
  bad_date: 'is not a date in the allowed range',
  consent_date_required: 'must be given where consent is',
  duplicate_sku: 'belongs to another product',
  bad_barcode: 'is not an EAN-8, UPC-A or EAN-13 with a right check digit',
  unknown_contact: 'names no contact',
  line_total_mismatch: 'is not quantity × unitPrice − discount',
  total_mismatch: 'is not the sum of the line totals',
} as const;

/** The codes of the contract's field rules. */
export type ErrorCode = keyof typeof sentences;

/** One reason for which a record was refused. `field` is the wire's path, such as `lines[2].lineTotal`; '' for the record as a whole. */
export interface FieldError {
  readonly field: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What a verdict may depend on besides the record itself. */
export interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Today in the account's zone: `2026-11-21`. */
  readonly today: string;
  readonly knowsContact: (externalId: string) => boolean;
}

/** A verdict in the making: the errors found so far. */
export interface Verdict {
  readonly circumstances: Circumstances;
  readonly errors: FieldError[];
}

/** Adds an error to the verdict. */
export function refuse(verdict: Verdict, field: string, code: ErrorCode): void {
  verdict.errors.push({ field, code, message: field === '' ? sentences[code] : `${field} ${sentences[code]}` });
}

/** What was told with `refuse` about a field or anything inside it. */
export function isRefused(verdict: Verdict, field: string): boolean {
  return verdict.errors.some(
    (error) => error.field.startsWith(field) && /^(?:[.[]|$)/.test(error.field.slice(field.length)),
  );
}
