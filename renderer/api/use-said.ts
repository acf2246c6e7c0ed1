import { useWords } from '../words/words.ts';
import { saidOf } from './said.ts';

/** Says what went wrong in the language of this window, as far as it has words for it. */
export function useSaid(): (thrown: unknown) => { readonly what: string; readonly hint: string } {
  const { say, sentence } = useWords();
  return (thrown) => {
    const { what, hint } = saidOf(thrown);
    return { what: sentence(what), hint: say(hint) };
  };
}
