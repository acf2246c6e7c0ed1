import { pathPattern } from '../../path-pattern.ts';

/** Things that happen at the site right before a request has its effect: between a client's read and its write. */
export interface BeforeNext {
  /** Once, before the next request to a path that fits; a star in it stands for anything. */
  add(path: string, action: () => void, method?: string): void;
  /** Lets happen what waits for this request. */
  happen(request: { readonly method: string; readonly path: string }): void;
}

interface Waiting {
  readonly path: RegExp;
  readonly method: string | undefined;
  readonly action: () => void;
}

/** Nothing waits yet. */
export function createBeforeNext(): BeforeNext {
  let all: Waiting[] = [];
  return {
    add: (path, action, method) => void all.push({ path: pathPattern(path), method, action }),
    happen({ method, path }) {
      const due = all.filter((each) => each.path.test(path) && (each.method ?? method) === method);
      all = all.filter((each) => !due.includes(each));
      for (const { action } of due) action();
    },
  };
}
