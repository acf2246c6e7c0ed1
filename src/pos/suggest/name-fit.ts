const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'AE', Ö: 'OE', Ü: 'UE' };

/** A name as names are compared: capitals without accents, in its parts (`KD_Vorname2` → KD VORNAME 2). */
export function nameParts(name: string): readonly string[] {
  const written = name.replaceAll(/[äöüÄÖÜ]/g, (letter) => umlauts[letter] ?? letter);
  const plain = written.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const apart = plain.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/([A-Za-z])(\d+)$/g, '$1 $2');
  return apart.toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
}

/** What most of a table's columns begin with, and which therefore says nothing: `KD_`, `cust`. */
export function commonPrefix(names: readonly string[]): string {
  const joined = names.map((name) => nameParts(name).join(''));
  const often = Math.max(4, Math.ceil(joined.length * 0.6));
  let best = '';
  for (const name of joined) {
    for (let length = 1; length <= Math.min(6, name.length - 1); length++) {
      const prefix = name.slice(0, length);
      if (prefix.length > best.length && joined.filter((other) => other.startsWith(prefix)).length >= often)
        best = prefix;
    }
  }
  return best;
}

/** Words for one meaning; see `FieldWords`. */
interface Words {
  readonly words: readonly string[];
  readonly perhaps?: readonly string[];
  readonly never?: readonly string[];
}

const perhapsWorth = 0.72;

/** How well a name says one meaning, 0 to 1. `prefix` is what the table's columns begin with. */
export function nameFit(name: string, { words, perhaps = [], never = [] }: Words, prefix = ''): number {
  const parts = nameParts(name);
  const joined = parts.join('');
  const forms = [joined];
  if (prefix !== '' && joined.startsWith(prefix) && joined.length > prefix.length)
    forms.push(joined.slice(prefix.length));
  const exact = forms.some((form) => words.includes(form));
  if (!exact && never.some((word) => parts.includes(word) || (word.length > 3 && joined.includes(word)))) return 0;
  const fit = (word: string): number =>
    Math.max(...forms.map((form, index) => formFit(form, parts, word) * (index === 0 ? 1 : 0.97)));
  return Math.max(0, ...words.map(fit), ...perhaps.map((word) => fit(word) * perhapsWorth));
}

function formFit(form: string, parts: readonly string[], word: string): number {
  if (form === word) return 1;
  if (parts.length > 1 && parts.at(-1) === word && word.length > 1) return 0.85;
  if (parts.length > 1 && parts.includes(word) && word.length > 2) return 0.65;
  if (word.length >= 4 && form.endsWith(word)) return 0.75;
  if (word.length >= 4 && form.startsWith(word)) return 0.65;
  if (form.length >= 4 && word.startsWith(form)) return 0.65;
  return word.length >= 6 && form.includes(word) ? 0.5 : 0;
}
