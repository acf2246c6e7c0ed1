import type { Catalogue } from '../../engine-words.ts';

/** What may be wrong with a text, and with a number of the till. */
const everywhere: Catalogue = {
  'The {label:labels} is longer than the {limit:number} characters that fit.':
    '{label.Der} ist länger als die {limit} Zeichen, die Platz haben.',
  'Shorten it to {limit:number} characters.': 'Kürzen Sie auf {limit} Zeichen.',
  'A character in the {label:labels} was lost when it was stored.':
    'Ein Zeichen {label.im} ging beim Speichern verloren.',
  'Type the {label:labels} again.': 'Tippen Sie {label.den} noch einmal ein.',
  'The {label:labels} holds a character that cannot be printed.':
    '{label.Der} enthält ein Zeichen, das sich nicht drucken lässt.',
  'The {label:labels} begins or ends with a blank.': '{label.Der} beginnt oder endet mit einem Leerzeichen.',
  'Take the blank away.': 'Nehmen Sie das Leerzeichen weg.',
  'The number of this {kind:things} holds characters that cannot be sent.':
    'Die Nummer enthält Zeichen, die sich nicht senden lassen ({kind}).',
  'A number has 1 to 64 letters without accents, digits, points, hyphens or underscores.':
    'Eine Nummer hat 1 bis 64 Buchstaben ohne Akzente, Ziffern, Punkte, Binde- oder Unterstriche.',
  'The till has more than one {kind:things} under this number.':
    'In der Kasse steht unter dieser Nummer mehr als ein {kind}.',
  'Give each {kind:things} a number of its own.': 'Geben Sie {kind.jedem} eine eigene Nummer.',
  'A day looks like {example}.': 'Ein Tag sieht so aus: {example}.',
  'A currency has three letters: {example}.': 'Eine Währung hat drei Buchstaben: {example}.',
  'Use yes or no.': 'Tragen Sie ja oder nein ein (yes, no).',
  'An amount has at most two decimal places: {example}.': 'Ein Betrag hat höchstens zwei Nachkommastellen: {example}.',
  'This cannot be read.': 'Das ist nicht zu lesen.',
  'The till has this number more than once.': 'Diese Nummer steht in der Kasse mehr als einmal.',
  'Give each a number of its own.': 'Geben Sie jedem eine eigene Nummer.',
  'This day cannot be read.': 'Dieser Tag ist nicht zu lesen.',
  'Type it again, as it stands elsewhere in the till.': 'Tragen Sie es neu ein, so wie es sonst in der Kasse steht.',
  'The far side did not take this, for a reason that Tillbridge has no words for.':
    'Das Ziel hat das nicht angenommen, aus einem Grund, für den Tillbridge keine Worte hat.',
  'Look at what stands there; ask support if it seems right.':
    'Sehen Sie nach, was dort steht; scheint es richtig, fragen Sie die Hilfe.',
};

/** What may be wrong with a customer. */
const customer: Catalogue = {
  'The customer has no last name.': 'Der Kunde hat keinen Nachnamen.',
  'Add the last name.': 'Ergänzen Sie den Nachnamen.',
  'This title is not among those that {label} knows.': 'Diese Anrede kennt {label} nicht.',
  'Use one of {titles}, or none.': 'Nehmen Sie eine von diesen: {titles}; oder keine.',
  'This is no British ring size.': 'Das ist keine britische Ringgröße.',
  'Ring sizes go from A to Z+6, in halves: {example}.':
    'Ringgrößen gehen von A bis Z+6, in halben Schritten: {example}.',
  'There are too many tags, or one of them is too long.':
    'Es sind zu viele Schlagwörter, oder eines davon ist zu lang.',
  'Keep to {count:number} tags of {limit:number} characters.':
    'Bleiben Sie bei {count} Schlagwörtern mit je {limit} Zeichen.',
  'A character in the tags was lost when it was stored.':
    'Ein Zeichen in den Schlagwörtern ging beim Speichern verloren.',
  'Type the tags again.': 'Tippen Sie die Schlagwörter noch einmal ein.',
  'The tags hold a character that cannot be printed.':
    'Die Schlagwörter enthalten ein Zeichen, das sich nicht drucken lässt.',
  'A tag begins or ends with a blank.': 'Ein Schlagwort beginnt oder endet mit einem Leerzeichen.',
  'It cannot be told whether the customer agreed.': 'Es ist nicht zu erkennen, ob der Kunde eingewilligt hat.',
  'No e-mail can reach this address.': 'Unter dieser Adresse kommt keine E-Mail an.',
  'An e-mail address looks like {example}.': 'Eine E-Mail-Adresse sieht so aus: {example}.',
  'Another customer has the same e-mail address.': 'Ein anderer Kunde hat dieselbe E-Mail-Adresse.',
  'Keep it with the customer who reads it, or merge the two if they are one person.':
    'Lassen Sie sie bei dem Kunden, der sie liest; sind die beiden eine Person, führen Sie sie zusammen.',
  'The e-mail address looks mistyped.': 'In der E-Mail-Adresse ist wohl ein Tippfehler.',
  'Ask for the address, or compare it with the suggestion.':
    'Fragen Sie nach der Adresse, oder vergleichen Sie sie mit dem Vorschlag.',
  'This phone number cannot be called.': 'Diese Telefonnummer lässt sich nicht anrufen.',
  'Type the whole number, with the area code if it has one: {example}.':
    'Tippen Sie die ganze Nummer ein, mit Vorwahl, wenn sie eine hat: {example}.',
  'This mobile number cannot be called.': 'Diese Handynummer lässt sich nicht anrufen.',
  'Type the whole number: {example}.': 'Tippen Sie die ganze Nummer ein: {example}.',
  'There is no way to reach this customer.': 'Dieser Kunde ist nicht zu erreichen.',
  'Add an e-mail address, a phone number or a whole postal address.':
    'Ergänzen Sie eine E-Mail-Adresse, eine Telefonnummer oder eine ganze Anschrift.',
  'The address has no first line.': 'Der Adresse fehlt die erste Zeile.',
  'Add the house and street, or clear the rest of the address.':
    'Ergänzen Sie Haus und Straße, oder leeren Sie den Rest der Adresse.',
  'The address has no town.': 'Der Adresse fehlt der Ort.',
  'Add the town.': 'Ergänzen Sie den Ort.',
  'The address has no postcode.': 'Der Adresse fehlt die Postleitzahl.',
  'Add the postcode.': 'Ergänzen Sie die Postleitzahl.',
  'This postcode does not exist in Britain.': 'Diese Postleitzahl gibt es in Großbritannien nicht.',
  'A British postcode looks like {example}.': 'Eine britische Postleitzahl sieht so aus: {example}.',
  'This country is not known.': 'Dieses Land ist nicht bekannt.',
  'Use the name of the country, or its two letters: {example}.':
    'Nehmen Sie den Namen des Landes oder seine zwei Buchstaben: {example}.',
  'This birthday cannot be right.': 'Dieser Geburtstag kann nicht stimmen.',
  'A birthday lies between 1900 and today: {example}.': 'Ein Geburtstag liegt zwischen 1900 und heute: {example}.',
  'This anniversary cannot be right.': 'Dieser Hochzeitstag kann nicht stimmen.',
  'An anniversary lies between 1900 and today: {example}.':
    'Ein Hochzeitstag liegt zwischen 1900 und heute: {example}.',
  'The customer agreed to be written to, but not when.': 'Der Kunde hat eingewilligt, aber es steht nicht da, wann.',
  'Add the day on which the customer agreed.': 'Ergänzen Sie den Tag, an dem der Kunde eingewilligt hat.',
  'The day on which the customer agreed cannot be right.': 'Der Tag der Einwilligung kann nicht stimmen.',
  'Type the day on which the customer agreed; it cannot lie ahead.':
    'Tippen Sie den Tag der Einwilligung ein; er kann nicht in der Zukunft liegen.',
  'The day of the first visit cannot be right.': 'Der Tag des ersten Besuchs kann nicht stimmen.',
  'Type the day of the first visit; it cannot lie ahead.':
    'Tippen Sie den Tag des ersten Besuchs ein; er kann nicht in der Zukunft liegen.',
  'The day of the last purchase cannot be right.': 'Der Tag des letzten Kaufs kann nicht stimmen.',
  'Type the day of the last purchase; it cannot lie ahead.':
    'Tippen Sie den Tag des letzten Kaufs ein; er kann nicht in der Zukunft liegen.',
  'The day of the first visit cannot be read.': 'Der Tag des ersten Besuchs ist nicht zu lesen.',
  'The day of the last purchase cannot be read.': 'Der Tag des letzten Kaufs ist nicht zu lesen.',
};

/** What may be wrong with an article. */
const article: Catalogue = {
  'The article has no article number.': 'Der Artikel hat keine Artikelnummer.',
  'Give it a number that no other article has.': 'Geben Sie ihm eine Nummer, die kein anderer Artikel hat.',
  'Another article has the same article number.': 'Ein anderer Artikel hat dieselbe Artikelnummer.',
  'The article has no name.': 'Der Artikel hat keinen Namen.',
  'Add a name that a customer would understand.': 'Ergänzen Sie einen Namen, den ein Kunde versteht.',
  'The article has no price.': 'Der Artikel hat keinen Preis.',
  'Add the price; 0.00 if it is free.': 'Ergänzen Sie den Preis; 0.00, wenn er nichts kostet.',
  'The price is less than nothing.': 'Der Preis ist kleiner als null.',
  'A price is 0.00 or more.': 'Ein Preis ist 0.00 oder mehr.',
  'The price cannot be read.': 'Der Preis ist nicht zu lesen.',
  'A price has at most two decimal places: {example}.': 'Ein Preis hat höchstens zwei Nachkommastellen: {example}.',
  'The currency of the price is not known.': 'Die Währung des Preises ist nicht bekannt.',
  'This barcode cannot be scanned.': 'Dieser Strichcode lässt sich nicht scannen.',
  'A barcode has 8, 12 or 13 digits, the last of which checks the others.':
    'Ein Strichcode hat 8, 12 oder 13 Ziffern; die letzte prüft die anderen.',
  'The stock cannot be right.': 'Der Bestand kann nicht stimmen.',
  'Count the pieces: from 0 to 1,000,000.': 'Zählen Sie die Stücke: von 0 bis 1.000.000.',
  'The stock is not a whole number.': 'Der Bestand ist keine ganze Zahl.',
  'Count the pieces: {example}.': 'Zählen Sie die Stücke: {example}.',
  'It cannot be told whether the article is still sold.':
    'Es ist nicht zu erkennen, ob der Artikel noch verkauft wird.',
  'The day of the last change cannot be read.': 'Der Tag der letzten Änderung ist nicht zu lesen.',
};

/** What may be wrong with a sale. */
const sale: Catalogue = {
  'The sale names a customer who is not there.': 'Der Verkauf nennt einen Kunden, den es nicht gibt.',
  'Choose the customer again, or make it a sale without one.':
    'Wählen Sie den Kunden neu, oder machen Sie daraus einen Verkauf ohne Kunden.',
  'The sale has no date.': 'Der Verkauf hat kein Datum.',
  'Add the day of the sale.': 'Ergänzen Sie den Tag des Verkaufs.',
  'The date of the sale cannot be right.': 'Das Datum des Verkaufs kann nicht stimmen.',
  'A sale lies between 1990 and now.': 'Ein Verkauf liegt zwischen 1990 und heute.',
  'The currency of the sale is not known.': 'Die Währung des Verkaufs ist nicht bekannt.',
  'The sale has no total.': 'Der Verkauf hat keine Summe.',
  'Add the total.': 'Ergänzen Sie die Summe.',
  'The total cannot be read.': 'Die Summe ist nicht zu lesen.',
  'The total is not the sum of the lines.': 'Die Summe ist nicht die Summe der Zeilen.',
  'Compare the total with the receipt.': 'Vergleichen Sie die Summe mit dem Beleg.',
  'The sale is gone from the till, but {label} keeps it.':
    'Der Verkauf steht nicht mehr in der Kasse, aber {label} behält ihn.',
  'Remove it in {label} if it should go there too.': 'Entfernen Sie ihn in {label}, wenn er auch dort weg soll.',
  'The sale has no lines.': 'Der Verkauf hat keine Zeilen.',
  'Add what was sold, or delete the sale.': 'Ergänzen Sie, was verkauft wurde, oder löschen Sie den Verkauf.',
  'The sale has more than {most:number} lines.': 'Der Verkauf hat mehr als {most} Zeilen.',
  'Ring it up as several sales.': 'Teilen Sie ihn in mehrere Verkäufe.',
  'A line does not say what was sold.': 'In einer Zeile steht nicht, was verkauft wurde.',
  'Add what was sold.': 'Ergänzen Sie, was verkauft wurde.',
  'A line does not say how many were sold.': 'In einer Zeile steht nicht, wie viele verkauft wurden.',
  'Add the number of pieces.': 'Ergänzen Sie die Stückzahl.',
  'The number of pieces is not a whole number.': 'Die Stückzahl ist keine ganze Zahl.',
  'Use whole pieces: {example}.': 'Nehmen Sie ganze Stücke: {example}.',
  'A line sells no pieces.': 'In einer Zeile sind null Stück verkauft.',
  'Use 1 or more; below zero for a return.': 'Nehmen Sie 1 oder mehr; für eine Rückgabe weniger als null.',
  'A line has no price.': 'Eine Zeile hat keinen Preis.',
  'Add the price of one piece.': 'Ergänzen Sie den Preis für ein Stück.',
  'The price of a line cannot be read.': 'Der Preis einer Zeile ist nicht zu lesen.',
  'The discount of a line is less than nothing.': 'Der Rabatt einer Zeile ist kleiner als null.',
  'A discount is 0.00 or more.': 'Ein Rabatt ist 0.00 oder mehr.',
  'The discount of a line cannot be read.': 'Der Rabatt einer Zeile ist nicht zu lesen.',
  'A line has no total.': 'Eine Zeile hat keine Summe.',
  'Add the total of the line.': 'Ergänzen Sie die Summe der Zeile.',
  'The total of a line cannot be read.': 'Die Summe einer Zeile ist nicht zu lesen.',
  'The total of a line is not its pieces times its price, less the discount.':
    'Die Summe einer Zeile ist nicht Stückzahl mal Preis, weniger den Rabatt.',
  'Compare the line with the receipt.': 'Vergleichen Sie die Zeile mit dem Beleg.',
  'A payment does not say how it was made.': 'Bei einer Zahlung steht nicht, wie bezahlt wurde.',
  'Add the method of payment.': 'Ergänzen Sie die Zahlungsart.',
  'A payment has no amount.': 'Eine Zahlung hat keinen Betrag.',
  'Add the amount.': 'Ergänzen Sie den Betrag.',
  'The amount of a payment cannot be read.': 'Der Betrag einer Zahlung ist nicht zu lesen.',
};

/** The parts of a record that are no fields of their own. */
const parts: Catalogue = {
  article: 'Artikel',
  lines: 'Zeilen',
  'still sold': 'noch im Verkauf',
  'changed on': 'geändert am',
  'line {number:number}': 'Zeile {number}',
  'payment {number:number}': 'Zahlung {number}',
};

/** What the rules for CRM records say, and what to do about it. */
export const problems: Catalogue = { ...everywhere, ...customer, ...article, ...sale, ...parts };
