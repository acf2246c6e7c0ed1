import type { Catalogue } from '../../engine-words.ts';

/** What comes of trying till and destinations, and of reading from them. */
export const connections: Catalogue = {
  Till: 'Kasse',
  Disk: 'Festplatte',
  Clock: 'Uhr',
  '{product}, {characters}: it answers': '{product}, {characters}: sie antwortet',
  '{product}, {characters}: the profile {name} fits: {kinds}':
    '{product}, {characters}: Das Profil {name} passt: {kinds}',
  '{space:number} MB free': '{space} MB frei',
  'Make room: 500 MB should be free where Tillbridge keeps its data.':
    'Schaffen Sie Platz: Wo Tillbridge seine Daten hält, sollten 500 MB frei sein.',
  'Set the clock of this computer: it is in the past.': 'Stellen Sie die Uhr dieses Rechners: Sie geht weit nach.',
  '{account} counts in {currency:key}, the till in {own:key}': '{account} rechnet in {currency}, die Kasse in {own}',
  'Their sums cannot be added up. Sell in {currency:key} there, or correct shop.currency in settings.json.':
    'Ihre Summen lassen sich nicht zusammenzählen. Verkaufen Sie dort in {currency}, oder berichtigen Sie die Währung in den Einstellungen.',
  '{account}: plan {plan}, amounts in {currency:key}': '{account}: Tarif {plan}, Beträge in {currency}',
  '{account}: amounts in {currency}, time zone {zone:key}; whether the key may change stock and prices is seen at the first change':
    '{account}: Beträge in {currency}, Zeitzone {zone}; ob der Schlüssel Bestände und Preise ändern darf, zeigt sich bei der ersten Änderung',
  '{account}: amounts in {currency}, time zone {zone:key}': '{account}: Beträge in {currency}, Zeitzone {zone}',
  'whether the key may change stock and prices is seen at the first change':
    'ob der Schlüssel Bestände und Preise ändern darf, zeigt sich bei der ersten Änderung',
  'the key may not read {part:key}: customers are read from Profiles, which do not say since when somebody agreed to marketing':
    'der Schlüssel darf {part} nicht lesen: Kunden kommen aus den Profiles, in denen nicht steht, seit wann jemand in Werbung eingewilligt hat',
  'the key may not read {part:key}: refunds are counted, but without their days':
    'der Schlüssel darf {part} nicht lesen: Erstattungen zählen, aber ohne ihren Tag',
  'the key may not read {part:key}': 'der Schlüssel darf {part} nicht lesen',
  'can be written': 'lässt sich beschreiben',
  'The folder cannot be used: {reason:saying}.': 'Der Ordner lässt sich nicht verwenden: {reason}.',
  'writing into the folder: {reason:saying}': 'In den Ordner schreiben: {reason}',
  'the disk is full': 'die Festplatte ist voll',
  'Make room on the disk.': 'Schaffen Sie Platz auf der Festplatte.',
  'it may not be written': 'er darf nicht beschrieben werden',
  'Let Tillbridge write in this folder, or name another.':
    'Lassen Sie Tillbridge in diesen Ordner schreiben, oder nennen Sie einen anderen.',
  'there is a file where the folder should be': 'wo der Ordner sein soll, ist eine Datei',
  'Name another folder.': 'Nennen Sie einen anderen Ordner.',
  'the disk did not take it ({code:key})': 'die Festplatte nahm es nicht an ({code})',
  'It is tried again by itself.': 'Es wird von selbst wieder versucht.',

  'There is no key for {label}.': 'Für {label} ist kein Schlüssel gespeichert.',
  'There is no access token for {label}.': 'Für {label} ist kein Zugriffsschlüssel (Access Token) gespeichert.',
  'Make one in {label}, and store it with "tillbridge secret set" and the destination\'s id.':
    'Erstellen Sie in {label} einen, und speichern Sie ihn hier in den Einstellungen.',
  'Make a new key in {label} and store it here.':
    'Erstellen Sie in {label} einen neuen Schlüssel, und speichern Sie ihn hier.',
  'Make a new key in {label} (Settings, Advanced, Developer API Keys), and store it with "tillbridge secret set" and the destination\'s id.':
    'Erstellen Sie in {label} einen neuen Schlüssel (Settings, Advanced, Developer API Keys), und speichern Sie ihn hier in den Einstellungen.',
  'An access token ends after 30 minutes and cannot be renewed from here.':
    'Ein Zugriffstoken endet nach 30 Minuten und lässt sich von hier aus nicht erneuern.',
  'Store an API key instead (Settings, Advanced, Developer API Keys) and choose "An API key of the site" in the settings (auth: "key"), or store a fresh token with "tillbridge secret set" and the destination\'s id.':
    'Speichern Sie statt seiner einen API-Schlüssel (Settings, Advanced, Developer API Keys), und wählen Sie in den Einstellungen „Ein API-Schlüssel der Website“, oder speichern Sie dort ein neues Token.',
  'The key for {label} may not read {parts}.': 'Der Schlüssel für {label} darf das nicht lesen: {parts}.',
  'The key may not do this.': 'Der Schlüssel darf das nicht.',
  "A key's permissions cannot be changed once it is made.":
    'Die Rechte eines Schlüssels lassen sich nachträglich nicht ändern.',
  'The key may not do this: give it the right to write in {label}, or make a new one.':
    'Der Schlüssel darf das nicht: Geben Sie ihm in {label} das Recht zu schreiben, oder erstellen Sie einen neuen.',
  'The site is not paid for, or its plan has run out: look at Settings, Billing in {label}.':
    'Die Website ist nicht bezahlt, oder ihr Tarif ist abgelaufen: Sehen Sie in {label} unter Settings, Billing nach.',
  'Nothing is lost meanwhile.': 'Inzwischen geht nichts verloren.',
  'The {label} account does not allow this at the moment: look at its plan and its bill.':
    'Das Konto bei {label} erlaubt das zurzeit nicht: Sehen Sie nach Tarif und Rechnung.',
  'Check the address of {label} in the settings: something else answers there.':
    'Prüfen Sie die Adresse von {label} in den Einstellungen: Dort antwortet etwas anderes.',
  'If it is right, look for a newer version of Tillbridge.':
    'Stimmt sie, sehen Sie nach einer neueren Version von Tillbridge.',
  'Check the address of {label} in the settings.': 'Prüfen Sie die Adresse von {label} in den Einstellungen.',
  'This answer is not one that we know. Look for a newer version of Tillbridge, or ask for help with this line.':
    'Diese Antwort ist uns nicht bekannt. Sehen Sie nach einer neueren Version von Tillbridge, oder fragen Sie mit dieser Zeile um Hilfe.',
  'asking {label}: {why:saying}': '{label} fragen: {why}',
  'reading {about} from {label}: {why:saying}': '{label} lesen: {why}',
  'what answers at this address is not {label}': 'was unter dieser Adresse antwortet, ist nicht {label}',
  'the site lost its place in the list again and again': 'die Website verlor in der Liste immer wieder die Stelle',
  'no answer': 'keine Antwort',
  '{label} answered {status:number}': '{label} antwortete {status}',
  '{label} answered {status:number} {code:key}': '{label} antwortete {status} {code}',
  '{label} answered {status:number}, request {id:key}': '{label} antwortete {status}, Anfrage {id}',
  '{label} answered {status:number} {code:key}, request {id:key}': '{label} antwortete {status} {code}, Anfrage {id}',
  '{said:saying}, but not as agreed': '{said}, aber nicht wie vereinbart',
  '{label} is out of reach: {reason:saying}': '{label} ist nicht zu erreichen: {reason}',
  'the connection was refused': 'die Verbindung wurde abgelehnt',
  'its name is not known': 'der Name ist nicht bekannt',
  'its name could not be looked up': 'der Name ließ sich nicht nachschlagen',
  'there is no way to it from here': 'von hier führt kein Weg dorthin',
  'the network is down': 'das Netz ist weg',
  'the connection did not come about': 'die Verbindung kam nicht zustande',
  'the connection did not come about in time': 'die Verbindung kam nicht rechtzeitig zustande',
  'its certificate has expired (is the date of this computer right?)':
    'das Zertifikat ist abgelaufen (stimmt das Datum dieses Rechners?)',
  'its certificate is not valid yet (is the date of this computer right?)':
    'das Zertifikat gilt noch nicht (stimmt das Datum dieses Rechners?)',
  'its certificate is its own': 'das Zertifikat ist selbst ausgestellt',
  'its certificate is not known': 'das Zertifikat ist nicht bekannt',
  'its certificate is for another name': 'das Zertifikat gilt für einen anderen Namen',
  'it did not answer in time': 'keine Antwort in der erwarteten Zeit',
  'the connection was lost': 'die Verbindung ging verloren',
  'the connection was lost ({code:key})': 'die Verbindung ging verloren ({code})',
};
