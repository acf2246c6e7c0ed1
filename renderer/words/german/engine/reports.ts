import type { Catalogue } from '../../engine-words.ts';

/** What becomes of reports that go out by themselves. */
export const reports: Catalogue = {
  'sending the report by mail: {why:saying}': 'Den Bericht per Mail senden: {why}',
  'the mail server’s password is not stored': 'das Passwort des Mailservers ist nicht gespeichert',
  'Give it in the settings under Reports, store it with "tillbridge secret set {id:key}", or set {variable:key}.':
    'Geben Sie es in den Einstellungen unter Berichte ein.',
  '{host:key} cannot log anybody in at the moment': '{host} kann zurzeit niemanden anmelden',
  '{host:key} cannot log anybody in at the moment ({answer})': '{host} kann zurzeit niemanden anmelden ({answer})',
  '{host:key} refuses the name or the password': '{host} weist den Namen oder das Passwort ab',
  '{host:key} refuses the name or the password ({answer})': '{host} weist den Namen oder das Passwort ab ({answer})',
  '{host:key} takes no mail at the moment': '{host} nimmt zurzeit keine Mail an',
  '{host:key} takes no mail at the moment ({answer})': '{host} nimmt zurzeit keine Mail an ({answer})',
  '{host:key} refuses the sender’s address': '{host} weist die Adresse des Absenders ab',
  '{host:key} refuses the sender’s address ({answer})': '{host} weist die Adresse des Absenders ab ({answer})',
  '{host:key} refuses the mail': '{host} weist die Mail ab',
  '{host:key} refuses the mail ({answer})': '{host} weist die Mail ab ({answer})',
  'the certificate of {host:key} is made out to another name':
    'das Zertifikat von {host} lautet auf einen anderen Namen',
  'Use the name that the provider gives for its mail server, not an address of numbers.':
    'Nehmen Sie den Namen, den der Anbieter für seinen Mailserver nennt, keine Adresse aus Zahlen.',
  'the certificate of {host:key} is not valid today': 'das Zertifikat von {host} gilt heute nicht',
  'Look at this computer’s date. If that is right, the mail server’s certificate has to be renewed there.':
    'Sehen Sie nach dem Datum dieses Rechners. Stimmt es, muss das Zertifikat des Mailservers dort erneuert werden.',
  'nobody vouches for the certificate of {host:key}': 'für das Zertifikat von {host} bürgt niemand',
  'If the server is your own, save its certificate as a file and name it in the settings. If not, somebody may be listening: send nothing.':
    'Ist es Ihr eigener Server, speichern Sie sein Zertifikat als Datei und nennen Sie sie in den Einstellungen. Wenn nicht, hört vielleicht jemand mit: Senden Sie nichts.',
  '{host:key} does not begin with TLS at port {port:number}': '{host} beginnt am Port {port} nicht mit TLS',
  'Choose STARTTLS for port 587, TLS for port 465.': 'Wählen Sie STARTTLS für Port 587, TLS für Port 465.',
  '{host:key} offers no encryption at port {port:number}': '{host} bietet am Port {port} keine Verschlüsselung an',
  'Choose TLS with port 465, or ask the provider which port encrypts.':
    'Wählen Sie TLS mit Port 465, oder fragen Sie den Anbieter, welcher Port verschlüsselt.',
  'the server takes none for {count:number} of {of:number} recipients: no. {places} in the settings ({answer:number})':
    'der Server nimmt für {count} von {of} Empfängern keine an: Nr. {places} in den Einstellungen ({answer})',
  'the server takes none for {count:number} of {of:number} recipients ({answer:number})':
    'der Server nimmt für {count} von {of} Empfängern keine an ({answer})',
  'Look for a slip in those addresses.': 'Sehen Sie in diesen Adressen nach einem Tippfehler.',
  'For those who were put off, it is tried again.': 'Für die übrigen, die vertröstet wurden, wird es wieder versucht.',
  'Nothing to do: it is tried again for them.': 'Sie müssen nichts tun: Für diese wird es wieder versucht.',
  'The others have got it.': 'Die anderen haben ihn bekommen.',
  'Nothing to do: it is tried again.': 'Sie müssen nichts tun: Es wird wieder versucht.',
  'Correct the name and give the password again. Some providers want a password of its own for programs (an “app password”).':
    'Berichtigen Sie den Namen, und geben Sie das Passwort noch einmal ein. Manche Anbieter verlangen für Programme ein eigenes Passwort (ein App-Passwort).',
  'Use the address that belongs to the name you log in with; without a name, give one.':
    'Nehmen Sie die Adresse, die zu dem Namen gehört, mit dem Sie sich anmelden; ist keiner eingetragen, tragen Sie einen ein.',
  'Ask the provider what it means. Large attachments are a common cause: send the short mail without them.':
    'Fragen Sie den Anbieter, was das bedeutet. Oft sind große Anhänge der Grund: Senden Sie die kurze Mail ohne sie.',
  'no mail server called {host:key} is known': 'ein Mailserver namens {host} ist nicht bekannt',
  'Look for a slip in its name. If the name is right, the internet is out of reach: then it is tried again.':
    'Sehen Sie nach einem Tippfehler im Namen. Stimmt er, ist das Internet nicht zu erreichen: Dann wird es wieder versucht.',
  '{host:key} takes no connections at port {port:number}': '{host} nimmt am Port {port} keine Verbindung an',
  'Look at the port: 587 with STARTTLS, 465 with TLS. A firewall may be in between.':
    'Sehen Sie nach dem Port: 587 mit STARTTLS, 465 mit TLS. Vielleicht ist eine Firewall dazwischen.',
  'At port 465 the server waits for TLS: choose TLS there. Else the internet is out of reach, or a firewall is in between.':
    'Am Port 465 wartet der Server auf TLS: Wählen Sie dort TLS. Sonst ist das Internet nicht zu erreichen, oder eine Firewall ist dazwischen.',
  'The internet is out of reach, or a firewall is in between.':
    'Das Internet ist nicht zu erreichen, oder eine Firewall ist dazwischen.',
  '{host:key} does not answer at port {port:number}': '{host} antwortet am Port {port} nicht',
  '{host:key} broke off at port {port:number}': '{host} brach am Port {port} ab',
  'Look at port and encryption: 587 with STARTTLS, 465 with TLS. It is tried again.':
    'Sehen Sie nach Port und Verschlüsselung: 587 mit STARTTLS, 465 mit TLS. Es wird wieder versucht.',
  'Name a folder that you may write to; where it is on another computer, that has to be on.':
    'Nennen Sie einen Ordner, in den Sie schreiben dürfen; liegt er auf einem anderen Rechner, muss der laufen.',
  'Report in the folder': 'Bericht im Ordner',
  'Report by mail': 'Bericht per Mail',
  'sending a report: neither folder nor mail is switched on':
    'Einen Bericht senden: Weder Ordner noch Mail ist eingeschaltet',
  'Switch one of them on in the settings, under Reports.':
    'Schalten Sie eines davon in den Einstellungen unter Berichte ein.',
  'sending the report was broken off': 'das Senden des Berichts wurde abgebrochen',
  'written to {folder}': 'in {folder} geschrieben',
  'nobody is left to get it': 'niemand ist übrig, der ihn bekommt',
  'taken by {host:key} for everybody': 'von {host} für alle angenommen',
  '{folder} can be written to': '{folder} lässt sich beschreiben',
  '{host:key} has taken a test mail for everybody; see that it arrives':
    '{host} hat eine Probemail für alle angenommen; sehen Sie nach, ob sie ankommt',
  'This is for the owner.': 'Das ist Sache der Inhaberin oder des Inhabers.',
  'Ask the owner to do it.': 'Bitten Sie sie oder ihn darum.',
};
