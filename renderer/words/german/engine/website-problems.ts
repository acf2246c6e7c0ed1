import type { Catalogue } from '../../engine-words.ts';

/** What is to mend between till and website: stock, prices, orders, and who is one person. */
export const websiteProblems: Catalogue = {
  'The website sells this, and no article of the till has its number or barcode.':
    'Das verkauft die Website, und kein Artikel der Kasse hat die Nummer oder den Strichcode.',
  'Give both the same number, or say which article it is: tillbridge stock alias. If its stock is not the till’s to say, leave it out in the settings (website.exclude).':
    'Geben Sie beiden dieselbe Nummer, oder sagen Sie unter Verlauf bei den Beständen der Website, welcher Artikel es ist. Ist der Bestand nicht Sache der Kasse, lassen Sie ihn in den Einstellungen unter Website aus.',
  'Several articles of the till have the number of this one, so nobody can say whose stock it is.':
    'Mehrere Artikel der Kasse haben diese Nummer; so kann niemand sagen, wessen Bestand es ist.',
  'Give each article of the till a number of its own, or say which is meant: tillbridge stock alias.':
    'Geben Sie jedem Artikel der Kasse eine eigene Nummer, oder sagen Sie unter Verlauf bei den Beständen der Website, welcher gemeint ist.',
  'The website has several articles with this number, and would sell the same pieces more than once.':
    'Auf der Website haben mehrere Artikel diese Nummer; sie würde dieselben Stücke mehr als einmal verkaufen.',
  'Keep one of them there, or give each a number of its own.':
    'Behalten Sie dort einen davon, oder geben Sie jedem eine eigene Nummer.',
  'More of this was ordered on the website than the shop has. Nothing of it is on sale there any more.':
    'Davon wurde auf der Website mehr bestellt, als das Geschäft hat. Dort steht nichts mehr davon zum Verkauf.',
  'Find another piece, or tell the customer and cancel the order. If the till’s stock is wrong, correct it there.':
    'Beschaffen Sie ein weiteres Stück, oder sagen Sie es dem Kunden und stornieren Sie die Bestellung. Stimmt der Bestand der Kasse nicht, berichtigen Sie ihn dort.',
  'The website counts no stock of this article, so it never sells out there.':
    'Die Website zählt von diesem Artikel keinen Bestand; so ist er dort nie ausverkauft.',
  'Let it begin to count: tillbridge stock mend, with its number. If it is made to order, leave it out in the settings (website.exclude).':
    'Lassen Sie sie zu zählen beginnen, unter Verlauf bei den Beständen der Website. Wird er erst auf Bestellung gefertigt, lassen Sie ihn in den Einstellungen unter Website aus.',
  'The website does not take so high a stock.': 'Die Website nimmt keinen so hohen Bestand an.',
  'Look at the stock in the till: it may be mistyped.':
    'Sehen Sie sich den Bestand in der Kasse an: Vielleicht ist es ein Tippfehler.',
  'The website does not have this article any more.': 'Die Website hat diesen Artikel nicht mehr.',
  'Nothing needs doing: it leaves this list when the website was read again.':
    'Es ist nichts zu tun: Es verlässt diese Liste, sobald die Website wieder gelesen ist.',
  'The website does not take this price.': 'Die Website nimmt diesen Preis nicht an.',
  'Look at the price in the till.': 'Sehen Sie sich den Preis in der Kasse an.',
  'This order of the website was not seen in the till. Its pieces are held back from the website’s stock.':
    'Diese Bestellung der Website wurde in der Kasse noch nicht gesehen. Ihre Stücke bleiben dem Bestand der Website vorenthalten.',
  'Key it into the till with its number as the reference. If the till’s stock has it already, dismiss this: it counts as keyed then.':
    'Geben Sie sie an der Kasse ein, mit ihrer Nummer als Referenz. Ist sie im Bestand der Kasse schon enthalten, legen Sie das hier ab: Dann gilt sie als eingegeben.',
  'The till has this person more than once. They are sent as one.':
    'Die Kasse hat diese Person mehr als einmal. Gesendet wird sie als eine.',
  'Make them one in the till. If they are different people, say so: tillbridge person split, with both numbers.':
    'Führen Sie sie in der Kasse zusammen. Sind es verschiedene Personen, sagen Sie es unter Suchen („Das ist nicht eine Person“).',
  'This sale may be an order of the website that was keyed into the till; it cannot be told which.':
    'Dieser Verkauf ist vielleicht eine Bestellung der Website, die an der Kasse eingegeben wurde; welche, ist nicht zu erkennen.',
  'If it is one, write the number of the order into the reference of the sale. Until then both are sent.':
    'Ist er eine, schreiben Sie die Nummer der Bestellung in die Referenz des Verkaufs. Bis dahin wird beides gesendet.',
  'This order of the website was keyed into the till with another total. It is sent as the website has it, once.':
    'Diese Bestellung der Website wurde an der Kasse mit einer anderen Summe eingegeben. Gesendet wird sie einmal, so wie die Website sie hat.',
  'Correct the sale at the till, so that both say the same.':
    'Berichtigen Sie den Verkauf an der Kasse, damit beide dasselbe sagen.',
  'An order of the website and its sale at the till were both sent before they were seen to be one.':
    'Eine Bestellung der Website und ihr Verkauf an der Kasse wurden beide gesendet, bevor zu sehen war, dass sie eins sind.',
  'Remove this one there by hand: sales cannot be taken back from here.':
    'Entfernen Sie diesen dort von Hand: Verkäufe lassen sich von hier nicht zurücknehmen.',
  'The order was cancelled on the website after it had been sent as a sale.':
    'Die Bestellung wurde auf der Website storniert, nachdem sie als Verkauf gesendet war.',
  'Remove it there by hand: sales cannot be taken back from here.':
    'Entfernen Sie ihn dort von Hand: Verkäufe lassen sich von hier nicht zurücknehmen.',

  '{who} keeps it.': '{who} behält sie.',
  'It is sent with this one.': 'Gesendet wird sie mit diesem hier.',
  '{who} goes without it.': '{who} bleibt ohne.',
  '{who} go without it.': '{who} bleiben ohne.',
  'It is sent with this one. {who} goes without it.': 'Gesendet wird sie mit diesem hier. {who} bleibt ohne.',
  'It is sent with this one. {who} go without it.': 'Gesendet wird sie mit diesem hier. {who} bleiben ohne.',
  'The one that stays is {who:key}.': 'Bleiben soll {who}.',
  '{one} and {other:saying}: somebody said so': '{one} und {other}: Jemand hat es gesagt',
  '{one} and {other:saying}: somebody said so, {value}': '{one} und {other}: Jemand hat es gesagt, {value}',
  '{one} and {other:saying}: the same account of the website': '{one} und {other}: dasselbe Konto der Website',
  '{one} and {other:saying}: the same account of the website, {value}':
    '{one} und {other}: dasselbe Konto der Website, {value}',
  '{one} and {other:saying}: the same e-mail address': '{one} und {other}: dieselbe E-Mail-Adresse',
  '{one} and {other:saying}: the same e-mail address, {value}': '{one} und {other}: dieselbe E-Mail-Adresse, {value}',
  '{one} and {other:saying}: the same telephone number': '{one} und {other}: dieselbe Telefonnummer',
  '{one} and {other:saying}: the same telephone number, {value}': '{one} und {other}: dieselbe Telefonnummer, {value}',
  '{one} and {other:saying}: the same name in the same house': '{one} und {other}: derselbe Name im selben Haus',
  '{one} and {other:saying}: the same name in the same house, {value}':
    '{one} und {other}: derselbe Name im selben Haus, {value}',
};
