/** A German till: glued names, composite keys, a copy that nobody keeps up, day and time apart, discounts in per cent. */
export const germanTill = `
create table WARENGRUPPEN (WGR integer not null primary key, BEZEICHNUNG varchar(30));
create table KUNDEN (KDNR integer not null primary key, ANREDE varchar(10), NAME1 varchar(40), VORNAME varchar(40), FIRMA varchar(40),
  STRASSE varchar(40), PLZ varchar(10), ORT varchar(40), LAND varchar(3), TELEFON varchar(30), MOBIL varchar(30), FAX varchar(30),
  EMAIL varchar(60), GEBDAT date, NEWSLETTER char(1), RINGGROESSE varchar(5), BEMERKUNG blob sub_type text, ANGELEGT timestamp,
  GEAENDERT timestamp, GELOESCHT char(1), UMSATZ numeric(12,2));
create table ARTIKEL (ARTNR varchar(20) not null primary key, BEZEICHNUNG varchar(60), WGR integer references WARENGRUPPEN(WGR),
  LEGIERUNG varchar(20), STEIN varchar(20), EKPREIS numeric(12,2), VKPREIS numeric(12,2), BESTAND integer, MINBESTAND integer,
  EAN varchar(13), AUSLAUF char(1), LIEFNR integer);
create table BELEG (FILIALE integer not null, BONNR integer not null, KDNR integer references KUNDEN(KDNR), DATUM date, ZEIT time,
  VERKAEUFER varchar(20), SUMME numeric(12,2), MWST numeric(12,2), primary key (FILIALE, BONNR));
create table BONPOS (FILIALE integer not null, BONNR integer not null, POS integer not null, ARTNR varchar(20) references ARTIKEL(ARTNR),
  TEXT varchar(60), MENGE integer, EPREIS numeric(12,2), RABATT numeric(5,2), GESAMT numeric(12,2), primary key (FILIALE, BONNR, POS),
  foreign key (FILIALE, BONNR) references BELEG(FILIALE, BONNR));
create table ZAHLUNGEN (FILIALE integer not null, BONNR integer not null, LFDNR integer not null, ZAHLART varchar(10), BETRAG numeric(12,2),
  primary key (FILIALE, BONNR, LFDNR));
create table LIEFERANTEN (LIEFNR integer not null primary key, NAME1 varchar(40), STRASSE varchar(40), PLZ varchar(10), ORT varchar(40),
  TELEFON varchar(30), EMAIL varchar(60));
create table KUNDEN_ALT (KDNR integer not null primary key, NAME1 varchar(40), VORNAME varchar(40), PLZ varchar(10), ORT varchar(40), EMAIL varchar(60));
commit;
insert into WARENGRUPPEN values (1, 'Ringe');
insert into KUNDEN values (1001, 'Frau', 'Muster', 'Anna', null, 'Hauptstr. 1', '10115', 'Berlin', 'D', '030 23125000', '0171 39200001', null,
  'anna.muster@example.com', '1970-03-04', 'J', '54', 'nett', '2019-01-02 10:00', '2026-01-02 10:00', 'N', 12.5);
insert into KUNDEN values (1002, 'Herr', 'Beispiel', 'Bernd', 'Beispiel GmbH', 'Nebenweg 2', '80331', 'Musterstadt', 'D', '089 12345678', null, null,
  'bernd@example.org', '1899-12-30', 'N', null, null, '2019-01-02 10:00', '2026-01-02 10:00', 'J', 0);
insert into ARTIKEL values ('R-100', 'Trauring Gold 585', 1, '585 Gelbgold', 'Brillant', 200, 499.00, 3, 1, '4006381333931', 'N', 1);
insert into ARTIKEL values ('K-200', 'Kette Silber 925', 1, '925 Silber', null, 20, 59.90, 10, 2, '4012345678901', 'J', 1);
insert into BELEG values (1, 5001, 1001, '2026-05-05', '14:30', 'Eva', 552.91, 87.64);
insert into BONPOS values (1, 5001, 1, 'R-100', 'Trauring', 1, 499.00, 0, 499.00);
insert into BONPOS values (1, 5001, 2, 'K-200', 'Kette', 1, 59.90, 10, 53.91);
insert into ZAHLUNGEN values (1, 5001, 1, 'EC', 552.91);
insert into LIEFERANTEN values (1, 'Goldschmiede', 'Weg 1', '75172', 'Musterheim', '07231 1234', 'info@example.net');
insert into KUNDEN_ALT values (1, 'Alt', 'Alt', '1', 'x', 'y@example.com');
commit;
`;

/** An English till made with Delphi: quoted names in mixed case, addresses in a table of their own, lines that name articles by number. */
export const delphiTill = `
create table "Categories" ("Id" integer not null primary key, "Name" varchar(30));
create table "Staff" ("StaffId" integer not null primary key, "FullName" varchar(30));
create table "Customers" ("Id" integer not null primary key, "Title" varchar(10), "FirstName" varchar(40), "Surname" varchar(40),
  "EmailAddress" varchar(80), "HomePhone" varchar(30), "MobilePhone" varchar(30), "DateOfBirth" date, "MarketingOptIn" smallint,
  "Deleted" smallint, "DateModified" timestamp);
create table "CustomerAddresses" ("AddrId" integer not null primary key, "CustomerId" integer references "Customers"("Id"), "Line1" varchar(40),
  "Line2" varchar(40), "City" varchar(40), "County" varchar(30), "PostCode" varchar(10), "Country" varchar(30));
create table "StockItems" ("ItemId" integer not null primary key, "StockCode" varchar(20), "Description" varchar(60),
  "CategoryId" integer references "Categories"("Id"), "Metal" varchar(20), "CostPrice" numeric(12,2), "RetailPrice" numeric(12,2),
  "QtyInStock" integer, "Barcode" varchar(14), "Discontinued" smallint);
create table "SalesHeader" ("SaleId" integer not null primary key, "CustomerId" integer references "Customers"("Id"),
  "StaffId" integer references "Staff"("StaffId"), "Date" timestamp, "Total" numeric(12,2), "ReceiptNo" varchar(12));
create table "SalesLines" ("LineId" integer not null primary key, "SaleId" integer references "SalesHeader"("SaleId"),
  "ItemId" integer references "StockItems"("ItemId"), "Qty" integer, "Price" numeric(12,2), "DiscountAmount" numeric(12,2));
create table "Payments" ("PaymentId" integer not null primary key, "SaleId" integer references "SalesHeader"("SaleId"), "Type" varchar(12), "Amount" numeric(12,2));
create table "AuditLog" ("Id" integer not null primary key, "User" varchar(20), "Text" varchar(100));
commit;
insert into "Categories" values (1, 'Rings');
insert into "Staff" values (1, 'Sue Smith');
insert into "Customers" values (1, 'Mrs', 'Ann', 'Archer', 'ann@example.com', '01632 960001', '07700 900001', '1970-02-03', 1, 0, '2026-01-01 10:00');
insert into "CustomerAddresses" values (10, 1, '1 High St', null, 'Bury St Edmunds', 'Suffolk', 'IP33 1AA', 'England');
insert into "CustomerAddresses" values (11, 1, '2 Low St', null, 'Ipswich', 'Suffolk', 'IP1 1AA', 'England');
insert into "StockItems" values (5, 'R100', 'Gold ring', 1, '9ct', 50, 120.00, 2, '5012345678900', 0);
insert into "SalesHeader" values (7, 1, 1, '2026-03-01 12:00', 115.00, 'A-7');
insert into "SalesLines" values (1, 7, 5, 1, 120, 5);
insert into "Payments" values (1, 7, 'CARD', 115);
insert into "AuditLog" values (1, 'x', 'y');
commit;
`;

/** A Dutch till without a single declared key, its amounts as doubles. */
export const dutchTill = `
create table KLANTEN (KLANTNR integer not null, AANHEF varchar(10), VOORLETTERS varchar(10), ACHTERNAAM varchar(40), STRAAT varchar(40),
  POSTCODE varchar(8), WOONPLAATS varchar(40), TELEFOON varchar(20), GSM varchar(20), EMAILADRES varchar(60), GEBOORTEDATUM date, OPMERKINGEN varchar(200));
create table ARTIKELEN (ARTCODE varchar(12) not null, OMSCHRIJVING varchar(60), GROEP varchar(20), INKOOPPRIJS double precision,
  VERKOOPPRIJS double precision, VOORRAAD integer, STREEPJESCODE varchar(13));
create table KASSABON (BONID integer not null, KLANTNR integer, DATUM timestamp, TOTAAL double precision, MEDEWERKER varchar(20));
create table BONREGELS (BONID integer, REGEL integer, ARTCODE varchar(12), OMSCHRIJVING varchar(60), AANTAL integer, PRIJS double precision,
  KORTING double precision, BEDRAG double precision);
create table BETALINGEN (BONID integer, VOLGNR integer, BETAALWIJZE varchar(10), BEDRAG double precision);
commit;
insert into KLANTEN values (1, 'Mevr', 'A.', 'Jansen', 'Kerkstraat 1', '1234 AB', 'Utrecht', '030-1234567', '06-12345678', 'jansen@example.net', '1960-01-01', 'vaste klant');
insert into KLANTEN values (2, 'Dhr', 'B.', 'Bakker', 'Dorpsweg 2', '4321 BA', 'Zeist', '030-7654321', null, null, null, null);
insert into ARTIKELEN values ('R1', 'Gouden ring', 'Ringen', 100, 250, 1, '8711234567894');
insert into KASSABON values (1, 1, '2026-02-02 11:00', 250, 'Piet');
insert into KASSABON values (2, null, '2026-02-02 11:30', 250, 'Piet');
insert into BONREGELS values (1, 1, 'R1', 'Gouden ring', 1, 250, 0, 250);
insert into BONREGELS values (2, 1, 'R1', 'Gouden ring', 1, 250, 0, 250);
insert into BETALINGEN values (1, 1, 'PIN', 250);
commit;
`;

/** A French till whose words stand in tables beside. */
export const frenchTill = `
create table CLIENTS (CODECLIENT varchar(10) not null primary key, CIVILITE varchar(5), NOM varchar(40), PRENOM varchar(40), ADRESSE1 varchar(40),
  ADRESSE2 varchar(40), CP varchar(5), VILLE varchar(40), TEL varchar(20), PORTABLE varchar(20), COURRIEL varchar(60), DATENAISSANCE date);
create table FAMILLES (IDFAMILLE integer not null primary key, LIBELLE varchar(30));
create table ARTICLES (IDARTICLE integer not null primary key, REFERENCE varchar(20), DESIGNATION varchar(60),
  IDFAMILLE integer references FAMILLES(IDFAMILLE), PRIXACHAT numeric(10,2), PRIXTTC numeric(10,2), STOCK integer, CODEBARRE varchar(13));
create table VENTES (IDVENTE integer not null primary key, CODECLIENT varchar(10) references CLIENTS(CODECLIENT), DATEVENTE date, HEURE time,
  MONTANTTTC numeric(10,2), VENDEUR varchar(20));
create table LIGNES_VENTE (IDLIGNE integer not null primary key, IDVENTE integer references VENTES(IDVENTE),
  IDARTICLE integer references ARTICLES(IDARTICLE), QTE integer, PRIXUNITAIRE numeric(10,2), REMISE numeric(10,2), MONTANT numeric(10,2));
create table REGLEMENTS (IDREGLEMENT integer not null primary key, IDVENTE integer references VENTES(IDVENTE), MODE varchar(10), MONTANT numeric(10,2));
commit;
insert into CLIENTS values ('C1', 'Mme', 'Durand', 'Claire', '1 rue Basse', null, '75001', 'Paris', '01 99 00 12 34', '06 39 98 12 34', 'claire@example.net', '1980-05-05');
insert into FAMILLES values (1, 'Bagues');
insert into ARTICLES values (1, 'B-1', 'Bague or', 1, 100, 300, 2, '3012345678902');
insert into VENTES values (1, 'C1', '2026-04-04', '15:00', 300, 'Luc');
insert into LIGNES_VENTE values (1, 1, 1, 1, 300, 0, 300);
insert into REGLEMENTS values (1, 1, 'CB', 300);
commit;
`;

/** A Spanish till that sells one thing at a time and keeps no articles; whole names in one column. */
export const spanishTill = `
create table CLIENTES (IDCLIENTE integer not null primary key, NOMBRE varchar(60), DIRECCION varchar(60), CODPOSTAL varchar(5), POBLACION varchar(40),
  PROVINCIA varchar(40), TELEFONO varchar(20), MOVIL varchar(20), CAMPO7 varchar(60), FECNAC date);
create table VENTAS (NUMVENTA integer not null primary key, IDCLIENTE integer, FECHA timestamp, DESCRIPCION varchar(60), CANTIDAD integer, IMPORTE numeric(10,2));
create table PROVEEDORES (ID integer not null primary key, NOMBRE varchar(60), TELEFONO varchar(20), CODPOSTAL varchar(5));
commit;
insert into CLIENTES values (1, 'Ana García López', 'Calle Mayor 1', '28001', 'Madrid', 'Madrid', '910 000 001', '600 000 001', 'ana@example.com', '1975-01-01');
insert into CLIENTES values (2, 'Luis Pérez', 'Calle Menor 2', '28002', 'Madrid', 'Madrid', '910 000 002', null, 'luis@example.com', null);
insert into CLIENTES values (3, 'Eva Ruiz', null, null, null, null, null, null, 'eva@example.com', null);
insert into VENTAS values (1, 1, '2026-01-02 10:00', 'Anillo', 1, 99.00);
insert into PROVEEDORES values (1, 'Joyas', '910 000 003', '28003');
commit;
`;
