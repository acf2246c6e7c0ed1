import type { TraitStore, WhyShared } from './trait-store.ts';

/** The traits that join nobody, in memory for as long as one settling lasts, and in the database. */
export interface SharedBook {
  /** Whether it is nobody's, or so many have it that nobody looks who they are. */
  isSilent(digest: number): boolean;
  isCrowd(digest: number): boolean;
  isSharedByNames(digest: number): boolean;
  share(trait: { digest: number; why: WhyShared; value: string | null }): void;
  unshare(digest: number): void;
}

/** Opens the book for one settling. */
export function openSharedBook(traits: TraitStore): SharedBook {
  const digests = {
    nobody: traits.sharedFor('nobody'),
    crowd: traits.sharedFor('crowd'),
    names: traits.sharedFor('names'),
  };

  function unshare(digest: number): void {
    traits.unshare(digest);
    for (const known of Object.values(digests)) known.delete(digest);
  }

  return {
    isSilent: (digest) => digests.nobody.has(digest) || digests.crowd.has(digest),
    isCrowd: (digest) => digests.crowd.has(digest),
    isSharedByNames: (digest) => digests.names.has(digest),
    share(trait) {
      if (digests[trait.why].has(trait.digest)) return;
      unshare(trait.digest);
      traits.share(trait);
      digests[trait.why].add(trait.digest);
    },
    unshare,
  };
}
