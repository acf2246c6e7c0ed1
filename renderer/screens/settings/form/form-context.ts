import { createContext, use } from 'react';
import type { Path, Tree } from './tree.ts';

/** Settings that somebody is changing. */
export interface Form {
  readonly value: Tree;
  set(path: Path, value: unknown): void;
  /** What is wrong at a place, in words; undefined where nothing is. */
  wrongAt(path: Path): string | undefined;
  /** Passwords and keys that were typed and not kept yet, by id: each keeps its own. They stand in no settings. */
  readonly typed: Map<string, () => Promise<unknown>>;
}

/** The form around a field. */
export const FormContext = createContext<Form | null>(null);

/** The form, inside one. */
export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('the form is missing above this component');
  return form;
}
