import { ipcMain } from 'electron';
import type { Preferences } from '../preferences.ts';
import { languageSpoken } from './channels.ts';
import { isOurMainFrame } from './hand-out-ports.ts';

const languages = ['en', 'de'] as const satisfies readonly NonNullable<Preferences['language']>[];

/** Hears from a window of ours, and from nobody else, in which language it speaks. */
export function hearLanguage(parts: {
  readonly isWindow: (contentsId: number) => boolean;
  readonly onLanguage: (language: NonNullable<Preferences['language']>) => void;
}): void {
  ipcMain.on(languageSpoken, (event, said: unknown) => {
    const language = languages.find((each) => each === said);
    if (language && parts.isWindow(event.sender.id) && isOurMainFrame(event)) parts.onLanguage(language);
  });
}
