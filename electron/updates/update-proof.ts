import { restoreData } from './kept-data.ts';
import { readUpdateRecord, writeUpdateRecord, type UpdateRecord } from './update-record.ts';

/** How often a new version may fail before it counts as one that does not start: once may be a power cut. */
const mostStarts = 2;

/** What is to be done with an update's record when the app starts as `version`: pure. */
function atStart(
  update: UpdateRecord | undefined,
  version: string,
): { readonly update: UpdateRecord | undefined; readonly rollBack: boolean } {
  if (!update || update.isRolledBack) return { update, rollBack: false };
  // The installer did nothing, or somebody has put another version in place: there is nothing to prove.
  if (update.to !== version) return { update: undefined, rollBack: false };
  if (update.starts >= mostStarts) return { update: { ...update, isRolledBack: true }, rollBack: true };
  return { update: { ...update, starts: update.starts + 1 }, rollBack: false };
}

/** Watches over the first starts after an update. */
export interface UpdateProof {
  /** Before the engine starts: counts this start, or puts the data back. Answers the update that was rolled back now. */
  begin(): Promise<UpdateRecord | undefined>;
  /** The engine has opened the home: the update is good. */
  proven(): void;
  /** The update that is to blame where the engine does not start or cannot open the home; undefined where none is. */
  blamed(): UpdateRecord | undefined;
  /** Puts the data of the last good version back, while the engine stands still; undefined where none was kept. */
  rollBack(update: UpdateRecord): Promise<UpdateRecord | undefined>;
}

/**
 * The proof of one home. Nothing that the new version did is lost by rolling back: an engine that cannot open the home has
 * sent nothing.
 */
export function createUpdateProof(home: string, version: string): UpdateProof {
  async function rollBack(update: UpdateRecord): Promise<UpdateRecord | undefined> {
    // Whoever dies in between goes on with it at the next start, before any engine sees half of it.
    writeUpdateRecord(home, { ...update, starts: mostStarts, isRolledBack: false });
    const isBack = await restoreData(home);
    writeUpdateRecord(home, { ...update, isRolledBack: true });
    return isBack ? update : undefined;
  }

  function blamed(): UpdateRecord | undefined {
    const update = readUpdateRecord(home);
    return update?.to === version && !update.isRolledBack ? update : undefined;
  }

  return {
    async begin() {
      const next = atStart(readUpdateRecord(home), version);
      if (next.rollBack && next.update) return await rollBack(next.update);
      writeUpdateRecord(home, next.update);
      return undefined;
    },
    proven() {
      if (blamed()) writeUpdateRecord(home, undefined);
    },
    blamed,
    rollBack,
  };
}
