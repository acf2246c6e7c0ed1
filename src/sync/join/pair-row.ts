import type { Row } from '../../model/record.ts';
import { joinedSource } from '../../staging/overlay.ts';
import type { StagedRow } from '../../staging/staging.ts';
import type { JoinedSource, Joining } from './joining.ts';

/** The cells of a sale in the overlay: the key of the row that says what was sold, and whether that counts as a sale. */
export const saleOverlayFields = ['content', 'standing'] as const;

/** What a sale of the overlay points to. */
export interface SalePointer {
  /** The web order's or the till sale's own key. */
  readonly content: string;
  /** As in a shop front's `sale` rows. */
  readonly standing: string;
}

/** The pointer that a row of the overlay holds. */
function pointerOf([content, standing]: Row): SalePointer {
  return { content: content ?? '', standing: standing ?? 'sale' };
}

/** The row that says what was sold: the row itself, or the one to which a row of the overlay points. */
export function contentOf(row: StagedRow, sources: readonly Pick<JoinedSource, 'staging'>[]): StagedRow {
  if (row.source !== joinedSource || row.cells === null) return row;
  const { content } = pointerOf(row.cells);
  for (const { staging } of sources) {
    const found = staging.row('sale', content);
    if (found) return found;
  }
  return row;
}

/** Tells whether a sale counts as one: an order that is not paid yet, was cancelled or was a test does not. */
export function createStandings({ sources }: Joining): (row: StagedRow) => string {
  const places = new Map(sources.map(({ id, staging }) => [id, staging.feed('sale').fields.indexOf('standing')]));
  return ({ source, cells }) => {
    if (cells === null) return 'sale';
    if (source === joinedSource) return pointerOf(cells).standing;
    return cells[places.get(source) ?? -1] ?? 'sale';
  };
}
