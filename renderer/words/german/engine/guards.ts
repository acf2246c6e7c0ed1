import type { Catalogue } from '../../engine-words.ts';

/** What guards ask, what may have caused it, and their examples. */
export const guards: Catalogue = {
  '{count:number} {kind:counted} would be removed at {label}': '{count} {kind} würden bei {label} entfernt',
  '{count:number} {kind:counted} would change at {label}': '{count} {kind} würden sich bei {label} ändern',
  '{count:number} {kind:counted} would lose their e-mail address at {label}':
    '{count} {kind} würden bei {label} ihre E-Mail-Adresse verlieren',
  'the stock of {count:number} {kind:counted} would fall to nothing at {label}':
    'der Bestand von {count} {kind.bei} würde bei {label} auf null fallen',
  '{count:number} {kind:counted} would fall to nothing at {label}': '{count} {kind} würden bei {label} auf null fallen',
  'the price of {count:number} {kind:counted} would change at {label}':
    'der Preis von {count} {kind.bei} würde sich bei {label} ändern',
  'Many were deleted in the till.': 'In der Kasse wurden viele gelöscht.',
  'Most records changed at once: a bulk edit in the till, another character set, or other settings here.':
    'Fast alles hat sich auf einmal geändert: durch eine Sammeländerung in der Kasse, einen anderen Zeichensatz oder andere Einstellungen hier.',
  'A column was emptied in the till, or the profile reads another one.':
    'In der Kasse wurde eine Spalte geleert, oder das Profil liest eine andere.',
  'A stock-taking was begun in the till, the stock column was emptied, or the profile reads another one.':
    'In der Kasse wurde eine Inventur begonnen, die Bestandsspalte wurde geleert, oder das Profil liest eine andere.',
  'A price list was imported in the till, or prices are read from another column.':
    'In die Kasse wurde eine Preisliste eingelesen, oder die Preise kommen aus einer anderen Spalte.',

  "{count:number} of the till's {of:number} counters went back": '{count} von {of} Zählern der Kasse gingen zurück',
  '{name:key}: {was:key} before, {now:number} now': '{name}: vorher {was}, jetzt {now}',
  '{name:key}: {was:key} before, gone now': '{name}: vorher {was}, jetzt nicht mehr da',
  '{count:number} {kind:counted}, the newest of all, are not in this database':
    '{count} {kind}, die neuesten von allen, fehlen in dieser Datenbank',
  'only {same:number} of {count:number} {kind:counted} stand in this database as they did in the last':
    'nur {same} von {count} {kind.bei} stehen in dieser Datenbank wie in der vorigen',
  'The till settings name another database than before, or its file was exchanged.':
    'Die Einstellungen der Kasse nennen eine andere Datenbank als bisher, oder ihre Datei wurde ausgetauscht.',
  'before: {id}': 'vorher: {id}',
  'now: {id}': 'jetzt: {id}',
  "The database looks like an older copy, or like another shop's.":
    'Die Datenbank sieht aus wie eine ältere Kopie oder wie die eines anderen Geschäfts.',
  'The database looks like a copy from {day:key}: a backup may have been restored.':
    'Die Datenbank sieht aus wie eine Kopie vom {day}: Vielleicht wurde eine Sicherung eingespielt.',
  'the till gave {count:number} {kind:counted} instead of {of:number}': 'die Kasse gab {count} {kind} statt {of}',
  'The table was empty: the till may be in the middle of a repair or an import, or its user may have lost the right to read.':
    'Die Tabelle war leer: Vielleicht wird die Kasse gerade repariert oder liest etwas ein, oder ihr Benutzer darf nicht mehr lesen.',
  'The till may be in the middle of a repair or an import.':
    'Vielleicht wird die Kasse gerade repariert oder liest etwas ein.',
  '{count:number} {kind:counted} would be removed': '{count} {kind} würden entfernt',
  'Many were deleted in the till at once, or its database is not whole.':
    'In der Kasse wurden viele auf einmal gelöscht, oder ihre Datenbank ist nicht vollständig.',
  '{label} gave {count:number} {kind:counted} instead of {of:number}': '{label} gab {count} {kind} statt {of}',
  'The website may be in the middle of a change, or its key may have lost the right to see them.':
    'Vielleicht wird die Website gerade geändert, oder ihr Schlüssel darf sie nicht mehr sehen.',
  '{count:number} {kind:counted} of {label} would be removed': '{count} {kind} von {label} würden entfernt',
  'Many were deleted on the website at once.': 'Auf der Website wurden viele auf einmal gelöscht.',

  '{kind:things} {key:record}': '{kind} {key}',
  '{kind:things} {key:record}, {name}': '{kind} {key}, {name}',
  '{kind:things} {key:record}, {name}, is gone': '{kind} {key}, {name}, fehlt',
  '{kind:things} {key:record}, {name}: {from:key} → {to:key}': '{kind} {key}, {name}: {from} → {to}',
  '{kind:things} {key:record} is gone': '{kind} {key} fehlt',
  '{kind:things} {key:record}: {from:key} → {to:key}': '{kind} {key}: {from} → {to}',
};
