import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useWords, type Language } from '../../../words/words.ts';
import { useForm } from './form-context.ts';
import { asText, pathText, valueAt, type Path } from './tree.ts';

const lists: Readonly<Record<string, (language: Language) => readonly { value: string; label: string }[]>> = {
  'shop.country': (language) => named(countries(), new Intl.DisplayNames(language, { type: 'region' })),
  'shop.currency': (language) =>
    named(Intl.supportedValuesOf('currency'), new Intl.DisplayNames(language, { type: 'currency' })),
  'shop.timeZone': () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
};

/** Where a shop is: a country, a currency or a time zone out of all that there are, found by typing. */
export function PlaceField({
  path,
  ...common
}: {
  path: Path;
  label: string;
  description: string | undefined;
  error: string | undefined;
  maw: number;
}) {
  const { language } = useWords();
  const form = useForm();
  const value = asText(valueAt(form.value, path));
  const place = pathText(path);
  const data = useMemo(() => {
    const all = lists[place]?.(language) ?? [];
    return value === '' || all.some((each) => each.value === value) ? all : [{ value, label: value }, ...all];
  }, [place, language, value]);
  return (
    <Select
      {...common}
      data={data}
      value={value === '' ? null : value}
      onChange={(next) => form.set(path, next ?? undefined)}
      searchable
      limit={60}
      allowDeselect={false}
      autoComplete="off"
    />
  );
}

/** Whether a setting is one of them. */
PlaceField.isFor = (path: Path): boolean => Object.hasOwn(lists, pathText(path));

function named(codes: readonly string[], names: Intl.DisplayNames): readonly { value: string; label: string }[] {
  return codes
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Every pair of letters that is the name of a country of today. */
function countries(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const grouping = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !grouping.has(code) && names.of(code) !== undefined && isCurrent(code));
}

/** Countries that are no more are written as what they became. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
