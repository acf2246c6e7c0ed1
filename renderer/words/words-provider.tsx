import { useEffect, useMemo, type ReactNode } from 'react';
import { createWords } from './create-words.ts';
import { useLanguage } from './use-language.ts';
import { useShopPlace } from './use-shop-place.ts';
import { WordsContext } from './words.ts';

/** Gives everything inside its words, in the language that was chosen, for the place where the shop is. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const place = useShopPlace();
  const words = useMemo(() => createWords(language, place), [language, place]);
  useEffect(() => {
    document.documentElement.lang = language;
    // In Electron's window the tray is to speak the same; anywhere else nobody listens.
    window.postMessage({ 'language-spoken': language }, window.location.origin);
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
