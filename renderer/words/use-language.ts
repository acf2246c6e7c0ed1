import { useLocalStorage } from '@mantine/hooks';
import { languages, type Language } from './words.ts';

/** The language of this window: as it was chosen here, else the computer's own where we have it, else English. */
export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  const spoken = languages.find((each) => navigator.language.startsWith(each)) ?? 'en';
  const [language, choose] = useLocalStorage<Language>({ key: 'tillbridge-language', defaultValue: spoken });
  return { language: languages.includes(language) ? language : spoken, choose };
}
