import type { Catalogue } from '../../engine-words.ts';

/** What the till's database says, or why it says nothing. */
export const till: Catalogue = {
  'connecting to the till: {what:saying}': 'Verbinden mit der Kasse: {what}',
  'describing the till: {what:saying}': 'Die Kasse ansehen: {what}',
  'asking the till what it is: {what:saying}': 'Die Kasse fragen, was sie ist: {what}',
  'looking at the till’s texts: {what:saying}': 'Die Texte der Kasse ansehen: {what}',
  "opening the till's database {file}: {what:saying}": 'Die Datenbank der Kasse öffnen ({file}): {what}',
  "reading the till's settings: {what:saying}": 'Die Einstellungen der Kasse lesen: {what}',
  'reading {kind} from the till: {what:saying}': 'Aus der Kasse lesen: {what}',
  'waiting for the till: the server at {place} does not answer':
    'Warten auf die Kasse: Der Server {place} antwortet nicht',
  'reading the till: it was not done after {count:number} minutes':
    'Die Kasse lesen: Nach {count} Minuten war es nicht fertig',
  "Is the till's computer on, and the network up?": 'Läuft der Rechner der Kasse, und steht das Netz?',
  "Is the till's computer still on?": 'Läuft der Rechner der Kasse noch?',
  "Is the till's computer on, and its Firebird service running?":
    'Läuft der Rechner der Kasse, und auf ihm der Dienst Firebird?',
  'Is the computer’s name right (till.host in the settings), and the network up?':
    'Stimmt der Name des Rechners in den Einstellungen, und steht das Netz?',
  'the line to the till at {place} broke': 'die Leitung zur Kasse ({place}) brach ab',
  'no database server answers at {place}': 'unter {place} antwortet kein Datenbankserver',
  'there is no computer called "{name}"': 'es gibt keinen Rechner namens „{name}“',
  'the till at {place} cannot be reached ({code:key})': 'die Kasse ({place}) ist nicht zu erreichen ({code})',
  'the server at {host} cannot open the database "{database}"':
    'der Server {host} kann die Datenbank „{database}“ nicht öffnen',
  'It is the path on the computer where Firebird runs, or an alias there (till.database in the settings).':
    'Gemeint ist der Pfad auf dem Rechner, auf dem Firebird läuft, oder ein Alias dort.',
  'the user {user} has no right to read it': 'der Benutzer {user} darf das nicht lesen',
  'the user {user} has no right to read {table:key}': 'der Benutzer {user} darf {table} nicht lesen',
  "Let the till's administrator run: GRANT SELECT ON … TO {user:key};":
    'Lassen Sie den Verwalter der Kasse dies ausführen: GRANT SELECT ON … TO {user};',
  'the server does not understand the SELECT: {words}': 'der Server versteht das SELECT nicht: {words}',
  'Mend the SELECT in the profile.': 'Berichtigen Sie das SELECT im Profil.',
  'the SELECT computes something that a value in the till does not allow':
    'das SELECT rechnet etwas, das mit einem Wert in der Kasse nicht geht',
  'A CAST or a calculation in the SELECT fails for some row.':
    'Ein CAST oder eine Rechnung im SELECT scheitert in irgendeiner Zeile.',
  'the database is closed for now': 'die Datenbank ist zurzeit geschlossen',
  'Somebody may be backing it up or restoring it.': 'Vielleicht wird sie gerade gesichert oder zurückgespielt.',
  'the server answered with its error {code:number}': 'der Server antwortete mit seinem Fehler {code}',
  'The log of the Firebird server may say more.': 'Mehr steht vielleicht im Protokoll des Firebird-Servers.',
  'the server refuses the name {user} or its password': 'der Server weist den Namen {user} oder sein Passwort ab',
  'Is the name spelt as the till knows it (till.user in the settings)?':
    'Ist der Name so geschrieben, wie die Kasse ihn kennt?',
  'Then type its password once more, and keep it.':
    'Dann geben Sie sein Passwort noch einmal ein, und speichern Sie es.',
  'the till is writing just now': 'die Kasse schreibt gerade',
  'there is no such file, or it may not be read': 'diese Datei gibt es nicht, oder sie darf nicht gelesen werden',
  'it is no SQLite database': 'es ist keine SQLite-Datenbank',
  'Is this the till’s own database file? It has to be a SQLite database (till.file in the settings).':
    'Ist das die Datenbankdatei der Kasse selbst? Es muss eine SQLite-Datenbank sein.',
  'there is no table {name:key} in this database': 'in dieser Datenbank gibt es keine Tabelle {name}',
  'Does the profile belong to this make of till?': 'Gehört das Profil zu dieser Art von Kasse?',
  '"tillbridge till describe" lists its tables.': 'Ihre Tabellen stehen in den Einstellungen unter Kasse.',
  'there is no column {name:key}': 'es gibt keine Spalte {name}',
  'there is no column {name:key}, wanted for "{field}"': 'es gibt keine Spalte {name}, gesucht für „{field}“',
  '"tillbridge till describe" lists the columns that this database has.':
    'Welche Spalten es gibt, steht in den Einstellungen unter Kasse.',
  'Add one to the profile.': 'Ergänzen Sie eines im Profil.',
  'Give it one of our fields as its alias: … AS "lastName".':
    'Geben Sie ihr eines unserer Felder als Alias: … AS "lastName".',
};
