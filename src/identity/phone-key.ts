const e164 = /^\+[1-9]\d{6,14}$/;

/** The number where it is in E.164 form and may be somebody's; undefined else, and for those that are typed to get past a field: `+440000000000`. */
export function phoneKey(text: string | null | undefined): string | undefined {
  if (text == null || !e164.test(text)) return undefined;
  return /(\d)\1{5}$/.test(text) || text.endsWith('1234567') ? undefined : text;
}
