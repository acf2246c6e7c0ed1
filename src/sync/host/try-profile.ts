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

/** Reads everything once by the profile, and tells of each kind what its fields would hold. */
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
  const looked = lookOver(fields, instantOf(parts.now + 86_400_000).slice(0, 10));
  for await (const rows of snapshot.read(kind)) for (const row of rows) looked.see(row);
  const sure = suggestion?.kinds.find((each) => each.kind === kind)?.fields ?? [];
  return {
    kind,
    rows: looked.rows(),
    newest: kind === 'sale' ? await newestSaleWords(snapshot, { ...parts, row: looked.newest() }) : null,
    fields: fields.map(({ field, origin }, index) => ({
      field,
      origin,
      // How sure a guess is says nothing about what somebody has put in its place.
      sure: sure.find((each) => each.field === field && each.origin === origin)?.confidence ?? null,
      values: looked.values(index),
    })),
  };
}

/** Counts rows as they go by, keeps a few values of each field, and the row with the latest moment that is not mistyped: none is after tomorrow. */
function lookOver(fields: readonly FieldOrigin[], tomorrow: string) {
  const values = fields.map(() => new Set<string>());
  const moment = fields.findIndex(({ field }) => field === 'soldAt');
  let rows = 0;
  let newest: Row | undefined;
  return {
    see(row: Row): void {
      rows++;
      for (const [index, seen] of values.entries()) {
        const cell = row[index];
        if (cell != null && seen.size < valuesShown) seen.add(cell);
      }
      const at = row[moment];
      if (at != null && at > (newest?.[moment] ?? '') && at.slice(0, 10) <= tomorrow) newest = row;
    },
    rows: () => rows,
    newest: () => newest,
    values: (index: number): readonly string[] => [...(values[index] ?? [])],
  };
}
