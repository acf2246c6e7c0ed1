import type { Catalogue } from '../../engine-words.ts';

/** What the engine refuses, and what to do then. */
export const answers: Catalogue = {
  'asking: the shop is not set up yet': 'Das Geschäft ist noch nicht eingerichtet',
  'changing the quiet hours: the shop is not set up yet': 'Ruhezeiten ändern: Das Geschäft ist noch nicht eingerichtet',
  'starting a run: the shop is not set up': 'Einen Lauf beginnen: Das Geschäft ist noch nicht eingerichtet',
  'Set it up first.': 'Richten Sie es zuerst ein.',
  'making the sample shop: this folder holds a shop already':
    'Das Beispielgeschäft anlegen: In diesem Ordner ist schon ein Geschäft',
  'Open Tillbridge with another folder to try the sample shop there.':
    'Öffnen Sie Tillbridge mit einem anderen Ordner, um das Beispielgeschäft dort auszuprobieren.',
  'making the sample shop: it does not come with this program':
    'Das Beispielgeschäft anlegen: Es gehört nicht zu diesem Programm',
  'Set up your own shop, or try `npm run demo` from the source.':
    'Richten Sie Ihr eigenes Geschäft ein, oder probieren Sie `npm run demo` aus dem Quelltext.',
  'looking for problem {id:number}: there is none with this number':
    'Was zu beheben ist, Nummer {id}: Es gibt nichts mit dieser Nummer',
  'It may have been mended so long ago that it was forgotten. Look at the list of problems.':
    'Vielleicht wurde es vor so langer Zeit behoben, dass es vergessen ist. Sehen Sie in der Liste nach.',
  'See "tillbridge problems" for those that are open.': 'Was offen ist, steht in der Liste.',
  'reading problem {id:number} again: nothing of it can be read by itself':
    'Neu prüfen, Nummer {id}: Davon lässt sich nichts für sich lesen',
  'It is mended at the website, which is read as a whole: it leaves this list with the next run after that.':
    'Behoben wird es auf der Website, und die wird als Ganzes gelesen: Mit dem nächsten Lauf danach verlässt es diese Liste.',
  'A sale that is new in the till is found by the next run: then it leaves this list.':
    'Einen Verkauf, der in der Kasse neu ist, findet der nächste Lauf: Dann verlässt es diese Liste.',
  'Whether it was removed there cannot be read from here. Dismiss this once it is done.':
    'Ob es dort entfernt wurde, lässt sich von hier nicht lesen. Legen Sie es ab, wenn es erledigt ist.',
  'Nothing is sent there any more: it leaves this list with the next run.':
    'Dorthin wird nichts mehr gesendet: Mit dem nächsten Lauf verlässt es diese Liste.',
  'reading it again: a run is under way': 'Neu prüfen: Ein Lauf ist unterwegs',
  'Wait for its end: it looks at this, too.': 'Warten Sie sein Ende ab: Er sieht auch hiernach.',
  'starting a run: another program of Tillbridge is at work for this shop':
    'Einen Lauf beginnen: Ein anderes Programm von Tillbridge arbeitet für dieses Geschäft',
  'Wait for its end; this page shows when it is done.':
    'Warten Sie sein Ende ab; diese Seite zeigt, wann es so weit ist.',
  'starting a run: another one is under way': 'Einen Lauf beginnen: Ein anderer ist unterwegs',
  'Wait for it to end; "tillbridge status" shows how far it is.': 'Warten Sie sein Ende ab.',
  'starting a run: something is under way': 'Einen Lauf beginnen: Es ist schon etwas unterwegs',
  'starting a rehearsal: something is under way': 'Eine Probe beginnen: Es ist schon etwas unterwegs',
  'Wait for its end, or end it first.': 'Warten Sie das Ende ab, oder beenden Sie es zuerst.',
  'rehearsing: it was ended before it was done': 'Probe: Sie wurde beendet, bevor sie fertig war',
  'Nothing was sent. Rehearse again whenever you like.':
    'Nichts wurde gesendet. Proben Sie noch einmal, wann immer Sie wollen.',
  'keeping the staff PIN: there is no door for staff here': 'Die PIN speichern: Hier gibt es keine Tür fürs Personal',
  'Set it with "tillbridge console pin".': 'Setzen Sie sie mit „tillbridge console pin“.',
  'Try again.': 'Versuchen Sie es noch einmal.',
  'Correct it, then try again.': 'Berichtigen Sie es, und versuchen Sie es dann noch einmal.',
  'Correct this place; nothing was changed.': 'Berichtigen Sie diese Stelle; es wurde nichts geändert.',
  'Correct these places; nothing was changed.': 'Berichtigen Sie diese Stellen; es wurde nichts geändert.',

  'saying who is whom: there is only the till here, and nobody is joined':
    'Sagen, wer wer ist: Hier gibt es nur die Kasse, und niemand wird zusammengeführt',
  'looking for a person: there is only the till here, and nobody is joined':
    'Eine Person suchen: Hier gibt es nur die Kasse, und niemand wird zusammengeführt',
  'taking back what was said: there is only the till here, and nobody is joined':
    'Zurücknehmen: Hier gibt es nur die Kasse, und niemand wird zusammengeführt',
  'With a website, or with "people": {"join": "always"} in settings.json, customers are joined.':
    'Mit einer Website, oder wenn es in den Einstellungen so gewählt ist, werden Kunden zusammengeführt.',
  'looking for a customer "{wanted}": there is none of that number or address':
    'Kunde „{wanted}“: Es gibt keinen mit dieser Nummer oder Adresse',
  'Name a customer by the number at the till, or by the e-mail address on the website; tillbridge find looks for names.':
    'Nennen Sie einen Kunden mit der Nummer an der Kasse oder der E-Mail-Adresse auf der Website; Namen findet die Suche.',
  'saying who is whom: "{one}" and "{other}" are the same customer':
    'Sagen, wer wer ist: „{one}“ und „{other}“ sind derselbe Kunde',
  'Name two different ones.': 'Nennen Sie zwei verschiedene.',
  'looking for the article {wanted}: the till has none of that number':
    'Artikel {wanted}: In der Kasse hat keiner diese Nummer',
  'Name it by its article number or its key, as the till was last read: tillbridge find <number>':
    'Nennen Sie ihn mit seiner Artikelnummer oder seiner Nummer in der Kasse; die Suche findet beide.',
  'looking for "{name}" on the website: it has no article of that number':
    '„{name}“ auf der Website: Dort hat kein Artikel diese Nummer',
  'See "tillbridge stock" for the numbers there, as the website was last read.':
    'Die Nummern dort stehen unter Verlauf bei den Beständen der Website.',
  'looking for the website: the settings name none': 'Website: Die Einstellungen nennen keine',
  'Add a destination of kind "squarespace" to settings.json.':
    'Fügen Sie in den Einstellungen ein Ziel der Art „squarespace“ hinzu.',

  'opening the till: its password is not stored': 'Die Kasse öffnen: Ihr Passwort ist nicht gespeichert',
  'Store it with "tillbridge secret set {id:key}", or set {variable:key}.': 'Speichern Sie es in den Einstellungen.',
  'opening the destinations: {one:key} and {other:key} are both websites':
    'Die Ziele öffnen: {one} und {other} sind beide Websites',
  'One home folder serves one till and one website. Take one of them out of settings.json, or give it a home folder of its own.':
    'Ein Ordner ist für eine Kasse und eine Website da. Nehmen Sie eine aus den Einstellungen, oder geben Sie ihr einen eigenen Ordner.',
  'opening our own database: {what:saying}': 'Die eigene Datenbank öffnen: {what}',
  'it is damaged ({why})': 'sie ist beschädigt ({why})',
  'Put the file {file} aside and run again: everything in it can be read from the till anew, and nothing is sent twice.':
    'Legen Sie die Datei {file} beiseite und starten Sie noch einmal: Alles darin lässt sich neu aus der Kasse lesen, und nichts wird doppelt gesendet.',
  'Install that version again, or a later one.': 'Installieren Sie jene Version wieder, oder eine spätere.',

  'a text in quotes': 'ein Text',
  'a number': 'eine Zahl',
  'a whole number': 'eine ganze Zahl',
  'true or false': 'ja oder nein',
  'a text that is not empty': 'ein Text, der nicht leer ist',
  'a text of at least {limit:number} characters': 'ein Text mit mindestens {limit} Zeichen',
  'a text of at most {limit:number} characters': 'ein Text mit höchstens {limit} Zeichen',
  'a list of at least {limit:number}': 'mindestens {limit} Einträge',
  'a list of at most {limit:number}': 'höchstens {limit} Einträge',
  'a number of at least {limit:number}': 'eine Zahl von mindestens {limit}',
  'a number of at most {limit:number}': 'eine Zahl von höchstens {limit}',
  'one of {values}': 'eines von {values}',
  '{what:saying}; it is missing': '{what}; es fehlt',
  'a time zone such as {example}': 'eine Zeitzone wie {example}',
  'a country code of two capital letters, such as {example}': 'ein Ländercode aus zwei Großbuchstaben wie {example}',
  'a time such as {example}': 'eine Uhrzeit wie {example}',
  'an e-mail address such as {example}': 'eine E-Mail-Adresse wie {example}',
  'at least one e-mail address': 'mindestens eine E-Mail-Adresse',
  'the name of a mail server, such as {example}': 'der Name eines Mailservers wie {example}',
  'an address that starts with https://, such as {example}': 'eine Adresse, die mit https:// beginnt, wie {example}',
  'a folder from the root on, such as {example}': 'ein Ordner mit vollem Pfad wie {example}',
  'every destination needs an id of its own': 'jedes Ziel braucht eine eigene Kennung',
};
