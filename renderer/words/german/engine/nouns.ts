import type { WordTables } from '../../engine-words.ts';

type Gender = 'm' | 'f' | 'n';

const articles = { m: ['der', 'den', 'im'], f: ['die', 'die', 'in der'], n: ['das', 'das', 'im'] } as const;

/** A noun with what sentences ask of it: alone, with its article, after "ohne", after "in". `oblique` where it is not as in the nominative. */
function noun(is: string, gender: Gender, oblique = is) {
  const [der, den, inside] = articles[gender];
  const capital = `${der.charAt(0).toUpperCase()}${der.slice(1)} ${is}`;
  return { is, rel: der, Der: capital, den: `${den} ${oblique}`, im: `${inside} ${oblique}` };
}

const many = (is: string) => ({ is });

/** How rules call the texts of a record. */
const labels = {
  'first name': noun('Vorname', 'm', 'Vornamen'),
  'last name': noun('Nachname', 'm', 'Nachnamen'),
  'company name': noun('Firmenname', 'm', 'Firmennamen'),
  'e-mail address': noun('E-Mail-Adresse', 'f'),
  'first line of the address': noun('erste Adresszeile', 'f', 'ersten Adresszeile'),
  'second line of the address': noun('zweite Adresszeile', 'f', 'zweiten Adresszeile'),
  town: noun('Ort', 'm'),
  county: noun('Landkreis', 'm'),
  postcode: noun('Postleitzahl', 'f'),
  notes: noun('Notiz', 'f'),
  'article number': noun('Artikelnummer', 'f'),
  name: noun('Name', 'm', 'Namen'),
  category: noun('Warengruppe', 'f'),
  metal: noun('Edelmetall', 'n'),
  stone: noun('Stein', 'm'),
  'name of the seller': noun('Name des Verkäufers', 'm', 'Namen des Verkäufers'),
  'promotion code': noun('Aktionscode', 'm'),
  reference: noun('Referenz', 'f'),
  'description of a line': noun('Beschreibung einer Zeile', 'f'),
  'article number of a line': noun('Artikelnummer einer Zeile', 'f'),
  'method of payment': noun('Zahlungsart', 'f'),
};

/** What people call one field. */
const fields = {
  number: noun('Nummer', 'f'),
  title: noun('Anrede', 'f'),
  'first name': labels['first name'],
  'last name': labels['last name'],
  name: labels.name,
  'company name': labels['company name'],
  'e-mail address': labels['e-mail address'],
  'phone number': noun('Telefonnummer', 'f'),
  'mobile number': noun('Handynummer', 'f'),
  address: noun('Adresse', 'f'),
  'second address line': noun('zweite Adresszeile', 'f'),
  town: labels.town,
  county: labels.county,
  postcode: labels.postcode,
  country: noun('Land', 'n'),
  birthday: noun('Geburtstag', 'm'),
  anniversary: noun('Hochzeitstag', 'm'),
  'consent to e-mails': noun('Einwilligung in E-Mails', 'f'),
  'consent to text messages': noun('Einwilligung in SMS', 'f'),
  'consent to letters': noun('Einwilligung in Briefe', 'f'),
  'date of consent': noun('Tag der Einwilligung', 'm'),
  'first seen': noun('erster Besuch', 'm', 'ersten Besuch'),
  'last purchase': noun('letzter Kauf', 'm', 'letzten Kauf'),
  'ring size': noun('Ringgröße', 'f'),
  'list of tags': noun('Liste der Schlagwörter', 'f'),
  note: noun('Notiz', 'f'),
  'article number': labels['article number'],
  'article name': noun('Artikelname', 'm', 'Artikelnamen'),
  price: noun('Preis', 'm'),
  barcode: noun('Strichcode', 'm'),
  'stock figure': noun('Bestand', 'm'),
  category: labels.category,
  metal: labels.metal,
  stone: labels.stone,
  'name of a seller': noun('Verkäufername', 'm', 'Verkäufernamen'),
  'promotion code': labels['promotion code'],
  reference: labels.reference,
  'method of payment': labels['method of payment'],
  'article number of a line': labels['article number of a line'],
  'discount of a line': noun('Rabatt einer Zeile', 'm'),
  'date of sale': noun('Verkaufsdatum', 'n'),
  customer: noun('Kunde', 'm', 'Kunden'),
  sale: noun('Verkauf', 'm'),
  'total of a sale': noun('Verkaufssumme', 'f'),
  'total of a line': noun('Zeilensumme', 'f'),
  'quantity of a line': noun('Menge einer Zeile', 'f'),
  'price of a line': noun('Preis einer Zeile', 'm'),
  line: noun('Zeile', 'f'),
};

/** The same for many. */
const manyFields = {
  numbers: many('Nummern'),
  titles: many('Anreden'),
  'first names': many('Vornamen'),
  'last names': many('Nachnamen'),
  names: many('Namen'),
  'company names': many('Firmennamen'),
  'e-mail addresses': many('E-Mail-Adressen'),
  'phone numbers': many('Telefonnummern'),
  'mobile numbers': many('Handynummern'),
  addresses: many('Adressen'),
  'second address lines': many('zweite Adresszeilen'),
  towns: many('Orte'),
  counties: many('Landkreise'),
  postcodes: many('Postleitzahlen'),
  countries: many('Länder'),
  birthdays: many('Geburtstage'),
  anniversaries: many('Hochzeitstage'),
  'consents to e-mails': many('Einwilligungen in E-Mails'),
  'consents to text messages': many('Einwilligungen in SMS'),
  'consents to letters': many('Einwilligungen in Briefe'),
  'dates of consent': many('Tage der Einwilligung'),
  'first seen': many('Tage des ersten Besuchs'),
  'last purchases': many('Tage des letzten Kaufs'),
  'ring sizes': many('Ringgrößen'),
  'lists of tags': many('Listen der Schlagwörter'),
  notes: many('Notizen'),
  'article numbers': many('Artikelnummern'),
  'article names': many('Artikelnamen'),
  prices: many('Preise'),
  barcodes: many('Strichcodes'),
  'stock figures': many('Bestände'),
  categories: many('Warengruppen'),
  metals: many('Edelmetalle'),
  stones: many('Steine'),
  'names of sellers': many('Verkäufernamen'),
  'promotion codes': many('Aktionscodes'),
  references: many('Referenzen'),
  'methods of payment': many('Zahlungsarten'),
  'article numbers of lines': many('Artikelnummern von Zeilen'),
  'discounts of lines': many('Rabatte von Zeilen'),
  'dates of sale': many('Verkaufsdaten'),
  sales: many('Verkäufe'),
  'totals of sales': many('Verkaufssummen'),
  'totals of lines': many('Zeilensummen'),
  'quantities of lines': many('Mengen von Zeilen'),
  'prices of lines': many('Preise von Zeilen'),
  lines: many('Zeilen'),
};

/** `bei` is how it stands after "von"; `jedem` follows from `diesen`. */
function thing(is: string, diesen: string, bei: string) {
  const jedem = diesen.replace(/^diesen /, 'jedem ').replace(/^diese /, 'jeder ');
  return { is, diesen, jedem, bei };
}

/** Kinds of records, one of them. */
const thingForms = {
  customer: thing('Kunde', 'diesen Kunden', 'Kunde'),
  article: thing('Artikel', 'diesen Artikel', 'Artikel'),
  sale: thing('Verkauf', 'diesen Verkauf', 'Verkauf'),
  'sale line': thing('Verkaufszeile', 'diese Verkaufszeile', 'Verkaufszeile'),
  payment: thing('Zahlung', 'diese Zahlung', 'Zahlung'),
  buyer: thing('Besteller', 'diesen Besteller', 'Besteller'),
  'stock figure': thing('Bestand', 'diesen Bestand', 'Bestand'),
  'website price': thing('Website-Preis', 'diesen Website-Preis', 'Website-Preis'),
};

/** Kinds of records after a number. */
const countForms = {
  customers: thing('Kunden', 'diese Kunden', 'Kunden'),
  articles: thing('Artikel', 'diese Artikel', 'Artikeln'),
  sales: thing('Verkäufe', 'diese Verkäufe', 'Verkäufen'),
  'sale lines': thing('Verkaufszeilen', 'diese Verkaufszeilen', 'Verkaufszeilen'),
  payments: thing('Zahlungen', 'diese Zahlungen', 'Zahlungen'),
  buyers: thing('Besteller', 'diese Besteller', 'Bestellern'),
  'stock figures': thing('Bestände', 'diese Bestände', 'Beständen'),
  'website prices': thing('Website-Preise', 'diese Website-Preise', 'Website-Preisen'),
  ...thingForms,
};

/** What stands in the holes of the engine's sentences, in German. */
export const nouns = {
  labels,
  fields,
  manyFields,
  things: thingForms,
  counted: countForms,
  one: { '1': { is: '1' } },
} satisfies WordTables;
