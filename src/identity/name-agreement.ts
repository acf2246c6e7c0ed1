import { compareGivenNames } from './given-names.ts';
import type { PersonName } from './person-name.ts';
import { compareSurnames } from './surnames.ts';

/**
 * How two names stand to each other. `same`: first and last name in full. `initials`: nothing against it, but one of them
 * says less, an initial or a last name alone. `renamed`: the same first name, another last name. `unsaid`: one has no name.
 * `apart`: they do not agree, and might yet be one person. `different`: they cannot be.
 */
export type NameAgreement = 'same' | 'initials' | 'renamed' | 'unsaid' | 'apart' | 'different';

/** Compares two names. Which of them comes first does not matter. */
export function compareNames(one: PersonName, other: PersonName): NameAgreement {
  const [isNamed, otherIsNamed] = [hasName(one), hasName(other)];
  if (!isNamed || !otherIsNamed) return compareUnnamed({ one, other, isNamed: isNamed || otherIsNamed });
  if (one.couple || other.couple) return compareCouples(one, other);
  const straight = weighed(compareParts(one, other), one, other);
  return straight === 'different' && areChangedOver(one, other) ? 'same' : straight;
}

function hasName({ given, family }: PersonName): boolean {
  return given.length > 0 || family.length > 0;
}

/** A company agrees with itself, with somebody who names it, and with nobody else. */
function compareUnnamed({
  one,
  other,
  isNamed,
}: {
  one: PersonName;
  other: PersonName;
  isNamed: boolean;
}): NameAgreement {
  if (one.company === '' && other.company === '') return 'unsaid';
  if (one.company === other.company) return isNamed ? 'initials' : 'same';
  return isNamed || (one.company !== '' && other.company !== '') ? 'apart' : 'unsaid';
}

/** A couple is nobody but the same couple. */
function compareCouples(one: PersonName, other: PersonName): NameAgreement {
  const areAlike = one.couple && other.couple && one.given.join(' ') === other.given.join(' ');
  const surnames = compareSurnames(one.family, other.family);
  if (!areAlike || surnames === 'different') return 'apart';
  return surnames === 'same' && one.given.length > 0 ? 'same' : 'initials';
}

function compareParts(one: PersonName, other: PersonName): NameAgreement {
  const given = compareGivenNames(one.given, other.given);
  if (given === 'different') return 'different';
  const isWhole = given === 'same' || given === 'slip';
  switch (compareSurnames(one.family, other.family)) {
    case 'same':
      return isWhole ? 'same' : 'initials';
    case 'slip':
      // One slip may happen to anybody; with two it is another name.
      if (given === 'same') return 'same';
      return given === 'slip' ? 'apart' : 'initials';
    case 'unsaid':
      return given === 'unsaid' ? 'unsaid' : 'initials';
    case 'different':
      return given === 'same' ? 'renamed' : 'apart';
  }
}

/** What titles, `Jr` and `Sr` add. A title is typed wrong more often than a whole first name. */
function weighed(names: NameAgreement, one: PersonName, other: PersonName): NameAgreement {
  if (names === 'different' || names === 'apart') return names;
  if (one.generation && other.generation && one.generation !== other.generation) return 'different';
  if (names !== 'same' && one.sex && other.sex && one.sex !== other.sex) return 'different';
  return names === 'same' && one.generation !== other.generation ? 'initials' : names;
}

/** First and last name each stand where the other belongs. */
function areChangedOver(one: PersonName, other: PersonName): boolean {
  return areEqual(one.given, other.family) && areEqual(one.family, other.given);
}

function areEqual(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length > 0 && ones.join('').length > 1 && ones.join('') === others.join('');
}
