import type { Catalogue } from '../../engine-words.ts';

/** How far a record came, and why two are one. */
export const trails: Catalogue = {
  'It stood in the till when that was last read.': 'Es stand in der Kasse, als sie zuletzt gelesen wurde.',
  'It stood on the website when that was last read.': 'Es stand auf der Website, als sie zuletzt gelesen wurde.',
  'It stood in the till and on the website when they were last read.':
    'Es stand in der Kasse und auf der Website, als sie zuletzt gelesen wurden.',
  'It was read as it stood there.': 'Es wurde gelesen, wie es dort stand.',
  '{label} does not take this kind of record.': '{label} nimmt so etwas nicht an.',
  'It is an order that is not paid yet: it is sent once it is.':
    'Es ist eine Bestellung, die noch nicht bezahlt ist: Sie wird gesendet, sobald sie es ist.',
  'It is an order that was cancelled or never paid: it is no sale.':
    'Es ist eine Bestellung, die storniert oder nie bezahlt wurde: Sie ist kein Verkauf.',
  'It is an order made to try the website: it is no sale.':
    'Es ist eine Bestellung zum Ausprobieren der Website: Sie ist kein Verkauf.',
  'It waits for the next run to {label}.': 'Es wartet auf den nächsten Lauf zu {label}.',
  'Not sent to {label}.': 'Nicht an {label} gesendet.',
  'Sent to {label}.': 'An {label} gesendet.',
  '{label} does not have it yet.': '{label} hat es noch nicht.',
  '{label} has put it away.': '{label} hat es archiviert.',
  '{label} has it as {id:key}.': '{label} hat es als {id}.',
  '{label} has it.': '{label} hat es.',
  'It is as {label} wants it.': 'Es ist so, wie {label} es will.',

  'the sale at the till names the order: {value}': 'der Verkauf an der Kasse nennt die Bestellung: {value}',
  'the same customer, total and day: {value}': 'derselbe Kunde, dieselbe Summe, derselbe Tag: {value}',
  'Website orders': 'Bestellungen der Website',
  '{email:key} on the website': '{email} auf der Website',

  'held: {kind:things} {key:record} has not been accepted yet': '{kind} {key} ist noch nicht angenommen',
  'held: {kind:things} {key:record}, {name}, has not been accepted yet':
    '{kind} {key}, {name}, ist noch nicht angenommen',
  'held: {kind:things} {key:record} still has its {field} there': '{kind} {key} hat dort noch denselben Wert ({field})',
  '{kind:things} {key:record} is no longer there, and is sent again first':
    '{kind} {key} ist dort nicht mehr vorhanden und wird zuerst noch einmal gesendet',
  'nobody knows whether it arrived; the next look at what is there finds out':
    'niemand weiß, ob es ankam; der nächste Blick auf das, was dort steht, klärt es',
  'our own copy of it cannot be read': 'unsere eigene Abschrift davon ist nicht zu lesen',
  'it cannot be sent with a field left empty': 'mit einem leeren Feld lässt es sich nicht senden',
  'the answer did not mention this record': 'die Antwort erwähnte diesen Datensatz nicht',
  '{label} answered, but did not mention this record': '{label} antwortete, erwähnte aber diesen Datensatz nicht',
  '{label} took it, but did not say under which id': '{label} nahm es an, sagte aber nicht, unter welcher Kennung',
  '{label} did not say what became of {id:key}': '{label} sagte nicht, was aus {id} wurde',
  '{label} changed one of the two contacts meanwhile': '{label} änderte inzwischen einen der beiden Kontakte',
  'what the website has of it must be looked at first': 'erst muss nachgesehen werden, was die Website davon hat',
  'fewer are there than have to come off sale': 'es sind weniger da, als aus dem Verkauf zu nehmen sind',
  'another article in the same request was refused': 'ein anderer Artikel derselben Anfrage wurde abgelehnt',

  'something is to be mended first': 'erst ist etwas zu beheben',
  'the website refused it': 'die Website hat es abgelehnt',
  'the change waits to be sent': 'die Änderung wartet aufs Senden',
  'more is put on sale only after a second reading of the website':
    'mehr kommt erst in den Verkauf, wenn die Website ein zweites Mal gelesen ist',
  'the website’s own figure was not read yet': 'was auf der Website steht, ist noch nicht gelesen',
  'left out: {because:saying}': 'ausgelassen: {because}',
  'by a rule': 'durch eine Regel',
  'a gift card has no stock': 'ein Gutschein hat keinen Bestand',
  'a service has no stock': 'eine Dienstleistung hat keinen Bestand',
  'a download has no stock': 'ein Download hat keinen Bestand',
  'no article of the till has this number': 'kein Artikel der Kasse hat diese Nummer',
  'several articles claim it': 'mehrere Artikel beanspruchen es',
  'the till says no stock': 'die Kasse nennt keinen Bestand',
  'the website counts no stock of it': 'die Website zählt davon keinen Bestand',
  'an order was cancelled, and its pieces were not put back into the website’s stock':
    'eine Bestellung wurde storniert, und ihre Stücke kamen nicht zurück in den Bestand der Website',
  'pieces of an order that stands were put back into the website’s stock':
    'Stücke einer gültigen Bestellung kamen zurück in den Bestand der Website',
  'somebody changed the stock on the website by hand': 'jemand änderte den Bestand auf der Website von Hand',
};
