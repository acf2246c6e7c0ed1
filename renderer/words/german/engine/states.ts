import type { Catalogue } from '../../engine-words.ts';

/** How things stand, what a run is at, and why one ended. */
export const states: Catalogue = {
  'A run is under way.': 'Ein Lauf ist unterwegs.',
  'Tillbridge is at work for this shop in another window or program.':
    'Tillbridge arbeitet für dieses Geschäft in einem anderen Fenster oder Programm.',
  'Paused until {until:saying}. Nothing is lost: what changes at the till until then goes with the next run.':
    'Pause bis {until}. Nichts geht verloren: Was sich bis dahin an der Kasse ändert, geht mit dem nächsten Lauf.',
  'tomorrow {time:clock}': 'morgen {time}',
  '{label} takes nothing: {reason:saying}': '{label} nimmt nichts an: {reason}',
  'it said no': 'Es wurde abgelehnt',
  'Stopped before sending: {what:saying}. Please look.': 'Vor dem Senden angehalten: {what}. Bitte sehen Sie nach.',
  '{reason:saying} Please look.': '{reason} Bitte sehen Sie nach.',
  'A guard stopped the last run.': 'Ein Wächter hat den letzten Lauf angehalten.',
  'Something must be put right first: {reason:saying}': 'Erst ist etwas in Ordnung zu bringen: {reason}',
  'The last run could not complete: {reason:saying} Nothing is lost.':
    'Der letzte Lauf kam nicht zu Ende: {reason} Nichts ist verloren.',
  'The last run was ended before it was done. The next one goes on from there.':
    'Der letzte Lauf wurde beendet, bevor er fertig war. Der nächste macht dort weiter.',
  'Nothing has been read or sent since {since:saying}. The next run catches up.':
    'Seit {since} wurde nichts gelesen oder gesendet. Der nächste Lauf holt es nach.',
  'The last run could not complete: {reason:saying} Nothing is lost; {kept:saying}':
    'Der letzte Lauf kam nicht zu Ende: {reason} Nichts ist verloren; {kept}',
  'The last run was ended before it was done. The next one goes on from there; {kept:saying}':
    'Der letzte Lauf wurde beendet, bevor er fertig war. Der nächste macht dort weiter; {kept}',
  'Nothing has been read or sent since {since:saying}. The next run catches up; {kept:saying}':
    'Seit {since} wurde nichts gelesen oder gesendet. Der nächste Lauf holt es nach; {kept}',
  '{count:number} changes are kept.': '{count} Änderungen sind aufgehoben.',
  '{count:number} changes wait for the next run.': '{count} Änderungen warten auf den nächsten Lauf.',
  '1 change waits for the next run.': '1 Änderung wartet auf den nächsten Lauf.',
  '1 change is kept.': '1 Änderung ist aufgehoben.',
  'Nothing has been read yet. The first sync begins when you start it.':
    'Es wurde noch nichts gelesen. Der erste Abgleich beginnt, wenn Sie ihn starten.',
  'Everything is up to date.': 'Alles ist auf dem neuesten Stand.',

  'Stopped before sending: {what:saying}.': 'Vor dem Senden angehalten: {what}.',
  'The run was ended before it was done.': 'Der Lauf wurde beendet, bevor er fertig war.',
  'The next run goes on from here.': 'Der nächste Lauf macht hier weiter.',
  'The run broke off: Tillbridge or the computer was ended while it was under way.':
    'Der Lauf brach ab: Tillbridge oder der Rechner wurde währenddessen beendet.',
  'Nothing is lost; the next run went on from there.': 'Nichts ist verloren; der nächste Lauf machte dort weiter.',
  'Nothing is lost; the next run goes on.': 'Nichts ist verloren; der nächste Lauf macht weiter.',
  'Nothing is lost: everything waits, and the next run sends it.':
    'Nichts ist verloren: Alles wartet, und der nächste Lauf sendet es.',
  'Nothing is lost: the next run goes on from here. If it happens again, send the log to support.':
    'Nichts ist verloren: Der nächste Lauf macht hier weiter. Kommt es wieder vor, senden Sie das Protokoll an die Hilfe.',
  'Nothing is lost; it is tried again by itself.': 'Nichts ist verloren; es wird von selbst wieder versucht.',
  'sending to {label}: {reason:saying}': 'Senden an {label}: {reason}',
  'We were told to stop.': 'Es sollte aufgehört werden.',
  'we were told to stop': 'es sollte aufgehört werden',
  'Something broke here.': 'Hier ging etwas schief.',
  'It asked us to slow down.': 'Es wurde um Geduld gebeten.',
  'It asked us to wait until {until:key}.': 'Es wurde gebeten, bis {until} zu warten.',
  'It refuses every record without saying why. Look for a newer version of Tillbridge, or ask for help.':
    'Jeder Datensatz wird abgelehnt, ohne dass gesagt wird, warum. Sehen Sie nach einer neueren Version von Tillbridge, oder fragen Sie um Hilfe.',

  'A run has begun: opening the till.': 'Ein Lauf hat begonnen: Die Kasse wird geöffnet.',
  'A rehearsal has begun: opening the till.': 'Eine Probe hat begonnen: Die Kasse wird geöffnet.',
  'Ending after what is being saved right now. Nothing is lost.':
    'Endet nach dem, was gerade gespeichert wird. Nichts geht verloren.',
  'Reading the till: {done:number} of {of:number} {kind:counted}.':
    'Die Kasse wird gelesen: {done} von {of} {kind.bei}.',
  'Reading the till: {done:number} {kind:counted}.': 'Die Kasse wird gelesen: {done} {kind}.',
  'Reading {source}: {done:number} of {of:number} {kind:counted}.':
    '{source} wird gelesen: {done} von {of} {kind.bei}.',
  'Reading {source}: {done:number} {kind:counted}.': '{source} wird gelesen: {done} {kind}.',
  'Looking who is one and the same: {count:number} {kind:counted}.':
    'Es wird nachgesehen, wer ein und derselbe ist: {count} {kind}.',
  'Checking: {done:number} of {of:number} {kind:counted}.': 'Es wird geprüft: {done} von {of} {kind.bei}.',
  'Checking: {done:number} {kind:counted}.': 'Es wird geprüft: {done} {kind}.',
  'Sending to {label}: {done:number} of {of:number} changes.':
    'Es wird an {label} gesendet: {done} von {of} Änderungen.',
  'Sending to {label}: {done:number} changes.': 'Es wird an {label} gesendet: {done} Änderungen.',
};
