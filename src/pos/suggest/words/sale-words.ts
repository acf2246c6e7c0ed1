import type { FieldWords } from '../field-words.ts';
import { customerWords } from './customer-words.ts';
import { listed } from './listed.ts';
import { productWords } from './product-words.ts';

const saleNumbers =
  listed(`SALENO SALEID SALESID BONNR BONID BONNUMMER BELEGNR BELEGID BELEGNUMMER BELNR RECHNR RECHNUNGSNR RECHNUNGID RECHID INVOICENO INVOICEID
  INVNO RECEIPTNO RECEIPTID TICKETNO TICKETID ORDERNO ORDERID ORDERNUMBER PONUMBER TRANSNO TRANSID TRANSACTIONID FACTUURNR FACTUURID FACTUREID NOFACTURE
  NUMFACTURE NUMTICKET NUMVENTA IDVENTA IDVENTE IDTICKET NOTICKET VERKOOPID VERKOOPNR VERKAUFID VERKAUFNR VORGANGNR VORGANGID`);

/** What tills call the fields of a sale's head. */
export const saleWords = {
  key: { nature: 'key', words: ['ID', ...saleNumbers], perhaps: listed('NR NO NUM NUMBER NUMMER BON BELEG') },
  customerKey: {
    nature: 'key',
    words: customerWords.key.words.filter((word) => word !== 'ID'),
    perhaps: listed('CUST CUSTOMER KUNDE KLANT CLIENT CLIENTE ACCOUNT KDNUM'),
  },
  soldAt: {
    nature: 'moment',
    words:
      listed(`SOLDAT SALEDATE SDATE SOLDON BELEGDATUM BONDATUM VERKAUFSDATUM VERKAUFTAM RECHDATUM RECHNUNGSDATUM INVOICEDATE ORDERDATE TRANSDATE
      DATEVENTE FECHAVENTA VERKOOPDATUM KAUFDATUM RECEIPTDATE TICKETDATE DATETICKET DATEFACTURE FACTUURDATUM FECHATICKET SALEDATETIME TRANSACTIONDATE`),
    perhaps: listed('DATE DATUM FECHA DATETIME TIMESTAMP CREATED CREATEDAT ZEITPUNKT DAT TAG'),
    never: listed('SHIP DUE DELIVERY LIEFER FAELLIG CHANGED MODIFIED GEAENDERT'),
  },
  currency: productWords.currency,
  total: {
    nature: 'money',
    words:
      listed(`TOTAL GRANDTOTAL SALETOTAL TOTALVALUE TOTALAMOUNT GESAMT GESAMTBETRAG ENDBETRAG SUMME BRUTTO TOTAAL TOTALTTC MONTANTTTC
      IMPORTETOTAL TOTAALBEDRAG RECHNUNGSBETRAG BONSUMME TOTALGROSS BELEGSUMME`),
    perhaps: listed('AMOUNT SUM BETRAG BEDRAG MONTANT IMPORTE VALUE WERT'),
    never: listed('TAX VAT MWST UST BTW TVA IVA NET NETTO PAID DISC DISCOUNT RABATT'),
  },
  staff: {
    nature: 'text',
    words:
      listed(`STAFF STAFFID SALESPERSON SALESREP SELLER VERKAEUFER VERKAEUFERID VERKAEUFERNR BEDIENER CASHIER KASSIERER EMPLOYEE EMPLOYEEID EMPNO OPERATOR MEDEWERKER
      VENDEUR VENDEDOR CLERK MITARBEITER VERKOPER SERVEDBY SALESMAN`),
    perhaps: listed('USER BENUTZER USERID'),
  },
  promoCode: {
    nature: 'text',
    words: listed('PROMOCODE PROMO COUPON COUPONCODE VOUCHERCODE GUTSCHEINCODE CAMPAIGN AKTIONSCODE CODEPROMO'),
  },
  reference: {
    nature: 'key',
    words: listed(
      'REFERENCE REFNO RECEIPTNO BELEGNR BONNR BONNUMMER INVOICENO RECHNR RECHNUNGSNR TICKETNO FACTUURNR DOCNO NUMFACTURE NOFACTURE NUMTICKET REFERENZ',
    ),
    perhaps: listed('REF RECEIPT TICKET'),
  },
} as const satisfies Record<string, FieldWords>;

/** What tills call the fields of a sale's line. */
export const saleLineWords = {
  key: {
    nature: 'key',
    words: listed(
      'ID LNID LINEID LINENO POSID POSNR POS POSITION ZEILE ZEILENR BONPOS BELEGPOS REGEL REGELNR REGELID LIGNE LIGNEID LINEA LINEAID ITEMSEQ LFDNR VOLGNR SEQNO DETAILID',
    ),
    perhaps: listed('NR NO SEQ LINE LN'),
  },
  saleKey: {
    nature: 'key',
    words: saleNumbers,
    perhaps: listed('BON BELEG SALE TICKET INVOICE RECHNUNG VERKAUF KOPFID HEADID HEADERID'),
  },
  sku: {
    nature: 'key',
    words: [...productWords.sku.words, ...listed('ARTID ARTIKELID PRODUCTID ITEMID PRODID STKCODE ARTICLEID')],
    perhaps: listed('ARTIKEL ARTICLE ITEM PRODUCT ART SKU CODE REF'),
  },
  description: {
    nature: 'text',
    words: [...productWords.name.words, ...listed('TEXT TXT ARTIKELTEXT POSTEXT LINETEXT ITEMTYPE')],
    perhaps: listed('NAME DESC ITEM TITLE NAAM NOM'),
  },
  quantity: {
    nature: 'number',
    words: listed(
      'QTY QUANTITY MENGE ANZAHL STUECK STUECKZAHL AANTAL QUANTITE QTE CANTIDAD PIECES PCS QTYORDERED QTYSOLD UNITS ANZ STK',
    ),
    perhaps: listed('COUNT CANT'),
  },
  unitPrice: {
    nature: 'money',
    words: listed(
      'UNITPRICE EINZELPREIS EPREIS EP VKPREIS STUKPRIJS PRIXUNITAIRE PU PRECIOUNITARIO SALEPRICE STUECKPREIS PRICEEACH SELLPRICE',
    ),
    perhaps: listed('PRICE PREIS PRIJS PRIX PRECIO VK RETAIL'),
    never: [...productWords.price.never, 'TOTAL', 'GESAMT'],
  },
  discount: {
    nature: 'money',
    words: listed('DISCOUNT DISC RABATT NACHLASS KORTING REMISE DESCUENTO DTO RABAT DISCOUNTAMOUNT RABATTBETRAG'),
  },
  lineTotal: {
    nature: 'money',
    words: listed(
      'LINETOTAL LNTOT LINEAMOUNT POSTOTAL POSBETRAG ZEILENBETRAG GPREIS GESAMTPREIS EXTPRICE EXTENDED EXTENDEDPRICE REGELTOTAAL TOTALLIGNE TOTALLINEA TOTALVALUE',
    ),
    perhaps: listed('TOTAL AMOUNT GESAMT SUMME BETRAG BEDRAG MONTANT IMPORTE TOTAAL BRUTTO SUM'),
    never: listed('TAX VAT MWST UST BTW TVA IVA NET NETTO'),
  },
} as const satisfies Record<string, FieldWords>;

/** What tills call the fields of a payment. */
export const paymentWords = {
  key: {
    nature: 'key',
    words: listed('ID PAYID PAYMENTID ZAHLUNGID ZAHLNR BETALINGID PAIEMENTID PAGOID TENDERID LFDNR VOLGNR POS'),
    perhaps: listed('NR NO SEQ'),
  },
  saleKey: saleLineWords.saleKey,
  method: {
    nature: 'text',
    words: listed(
      'METHOD PAYTYPE PAYMENTTYPE PAYMENTMETHOD PAYMETHOD ZAHLART ZAHLUNGSART BETAALWIJZE MODEPAIEMENT FORMAPAGO TENDER TENDERTYPE PAYMODE',
    ),
    perhaps: listed('TYPE MODE ART KIND TYP'),
  },
  amount: {
    nature: 'money',
    words: listed('AMOUNT AMT BETRAG BEDRAG MONTANT IMPORTE PAID PAIDAMOUNT GEZAHLT'),
    perhaps: listed('VALUE SUM WERT TOTAL SUMME'),
  },
} as const satisfies Record<string, FieldWords>;
