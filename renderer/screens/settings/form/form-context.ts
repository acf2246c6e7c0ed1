import { createContext, use } from 'react';
import type { Path, Tree } from './tree.ts';

/** Settings that somebody is changing. */
export interface Form {
  readonly value: Tree;
  set(path: Path, value: unknown): void;
  /** What is wrong at a place, in words; undefined where nothing is. */
  wrongAt(path: Path): string | undefined;
}

/** The form around a field. */
export const FormContext = createContext<Form | null>(null);

/** The form, inside one. */
export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('the form is missing above this component');
  return form;
}
