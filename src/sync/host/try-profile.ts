import { instantOf } from '../../model/ids.ts';
import { readKinds, type ReadKind, type Row } from '../../model/record.ts';
import type { FieldOrigin, Snapshot } from '../../pos/contract.ts';
import type { Profile } from '../../pos/profile.ts';
import type { ProfileSuggestion } from '../../pos/suggest/suggest-profile.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { TillTools } from '../till-tools.ts';
import type { ProfileTrial } from './host-contract.ts';
import { newestSaleWords } from './newest-sale.ts';

/** What a profile is tried with. */
export interface TrialParts {
  readonly profile: Profile;
  /** What was suggested for this till, for telling how sure each field is. */
  readonly suggestion: ProfileSuggestion | undefined;
  /** Null where nobody has said yet where the shop is: figures stay as the till has them then. */
  readonly shop: ShopSettings | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

const valuesShown = 5;

/** So many rows of a kind are looked over at most: a wizard waits for it, and a big till has a million. */
const rowsLookedOver = 2000;

const day = 86_400_000;

/** Reads the first rows of each kind by the profile, counts them all, and tells what their fields would hold. */
export function tryProfile(tools: TillTools, parts: TrialParts): Promise<readonly ProfileTrial[]> {
  return tools.pull(async (snapshot) => {
    const trials: ProfileTrial[] = [];
    for (const kind of readKinds) {
      const fields = parts.profile[kind] ? await snapshot.fields(kind) : undefined;
      if (fields) trials.push(await tryKind(snapshot, { ...parts, kind, fields }));
    }
    return trials;
  }, new AbortController().signal);
}

async function tryKind(
  snapshot: Snapshot,
  parts: TrialParts & { readonly kind: ReadKind; readonly fields: readonly FieldOrigin[] },
): Promise<ProfileTrial> {
  const { kind, fields, suggestion } = parts;
  const looked = lookOver(fields);
  for await (const rows of snapshot.read(kind)) if (looked.see(rows) >= rowsLookedOver) break;
  // One that is after tomorrow is mistyped.
  const before = instantOf(parts.now + 2 * day).slice(0, 10);
  const row = kind === 'sale' ? await snapshot.newest(kind, { field: 'soldAt', before }) : undefined;
  const sure = suggestion?.kinds.find((each) => each.kind === kind)?.fields ?? [];
  return {
    kind,
    rows: await snapshot.count(kind),
    newest: kind === 'sale' ? await newestSaleWords(snapshot, { ...parts, row }) : null,
    fields: fields.map(({ field, origin }, index) => ({
      field,
      origin,
      // How sure a guess is says nothing about what somebody has put in its place.
      sure: sure.find((each) => each.field === field && each.origin === origin)?.confidence ?? null,
      values: looked.values(index),
    })),
  };
}

/** Keeps a few values of each field as rows go by. */
function lookOver(fields: readonly FieldOrigin[]) {
  const values = fields.map(() => new Set<string>());
  let rowsSeen = 0;
  return {
    /** Answers how many rows were seen so far. */
    see(rows: readonly Row[]): number {
      for (const row of rows) {
        for (const [index, seen] of values.entries()) {
          const cell = row[index];
          if (cell != null && seen.size < valuesShown) seen.add(cell);
        }
      }
      return (rowsSeen += rows.length);
    },
    values: (index: number): readonly string[] => [...(values[index] ?? [])],
  };
}
