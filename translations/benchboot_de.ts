<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActivityText</name>
    <message>
        <source>Asks for a boot server: %1</source>
        <translation>Fragt nach einem Boot-Server: %1</translation>
    </message>
    <message>
        <source>Is offered %1</source>
        <translation>Erhält das Angebot %1</translation>
    </message>
    <message>
        <source>Is told to load %1</source>
        <translation>Soll %1 laden</translation>
    </message>
    <message>
        <source>Asks for its loader: %1</source>
        <translation>Fragt nach seinem Lader: %1</translation>
    </message>
    <message>
        <source>Takes an address: %1</source>
        <translation>Übernimmt eine Adresse: %1</translation>
    </message>
    <message>
        <source>Reads %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>Wants to write %1</source>
        <translation>Will %1 schreiben</translation>
    </message>
    <message>
        <source>Fetches %1</source>
        <translation>Holt %1</translation>
    </message>
    <message>
        <source>Asks for the size of %1</source>
        <translation>Fragt nach der Größe von %1</translation>
    </message>
    <message>
        <source>Asks for the boot script</source>
        <translation>Fragt nach dem Startskript</translation>
    </message>
    <message>
        <source>Asks for the menu</source>
        <translation>Fragt nach dem Menü</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>ProxyDHCP</source>
        <translation>ProxyDHCP</translation>
    </message>
    <message>
        <source>Boot server</source>
        <translation>Boot-Server</translation>
    </message>
    <message>
        <source>TFTP</source>
        <translation>TFTP</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Only asked</source>
        <translation>Nur nachgefragt</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>Benchboot::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>What Happened</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>Benchboot::ActivityPage</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Clear &amp;View</source>
        <translation>&amp;Ansicht leeren</translation>
    </message>
    <message>
        <source>Write the rows that are shown to a file</source>
        <translation>Die angezeigten Zeilen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Empty this view; the log on the disk stays</source>
        <translation>Diese Ansicht leeren; das Protokoll auf der Festplatte bleibt</translation>
    </message>
    <message>
        <source>No event matches the filter</source>
        <translation>Kein Ereignis passt zum Filter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are hidden.</source>
        <translation>
            <numerusform>%Ln Ereignis ist ausgeblendet.</numerusform>
            <numerusform>%Ln Ereignisse sind ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every packet and request shows up here once the services run.</source>
        <translation>Jedes Paket und jede Anfrage erscheint hier, sobald die Dienste laufen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Export the Log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>activity.csv</source>
        <translation>aktivitaet.csv</translation>
    </message>
    <message>
        <source>The log was not exported. Choose another folder.</source>
        <translation>Das Protokoll wurde nicht exportiert. Einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>Benchboot::BenchPage</name>
    <message>
        <source>Show Activity</source>
        <translation>Aktivität anzeigen</translation>
    </message>
    <message>
        <source>On the Bench</source>
        <translation>Auf der Werkbank</translation>
    </message>
    <message>
        <source>PCs on the bench</source>
        <translation>PCs auf der Werkbank</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s)</source>
        <translation>
            <numerusform>%n PC</numerusform>
            <numerusform>%n PCs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for a PC</source>
        <translation>Warten auf einen PC</translation>
    </message>
    <message>
        <source>Connect a PC to this network, switch it on and choose network boot (often F12, F9 or Esc). It appears here with its first packet.</source>
        <translation>Einen PC mit diesem Netzwerk verbinden, einschalten und den Start über das Netzwerk wählen (oft F12, F9 oder Esc). Er erscheint hier mit seinem ersten Paket.</translation>
    </message>
    <message>
        <source>Nothing to boot yet</source>
        <translation>Noch nichts zu starten</translation>
    </message>
    <message>
        <source>Drop a rescue image here, or choose one to import. Benchboot takes from it what network boot needs.</source>
        <translation>Ein Rettungsabbild hier ablegen oder eines zum Importieren wählen. Benchboot entnimmt ihm, was der Start über das Netzwerk braucht.</translation>
    </message>
    <message>
        <source>Import Image…</source>
        <translation>Abbild importieren …</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Bereit zum Starten</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are ready. Start the services, then network-boot a PC.</source>
        <translation>
            <numerusform>%n Abbild ist bereit. Die Dienste starten, dann einen PC über das Netzwerk starten.</numerusform>
            <numerusform>%n Abbilder sind bereit. Die Dienste starten, dann einen PC über das Netzwerk starten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Check This Computer</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
</context>
<context>
    <name>Benchboot::CardRow</name>
    <message>
        <source>%1 — no address</source>
        <translation>%1 — keine Adresse</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — %2, no link</source>
        <translation>%1 — %2, keine Verbindung</translation>
    </message>
    <message>
        <source>Network &amp;card:</source>
        <translation>Netzwerk&amp;karte:</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Chosen when started</source>
        <translation>Wird beim Starten gewählt</translation>
    </message>
    <message>
        <source>%1 — not there</source>
        <translation>%1 — nicht vorhanden</translation>
    </message>
    <message>
        <source>Stop the services to serve on another card</source>
        <translation>Dienste anhalten, um eine andere Karte zu verwenden</translation>
    </message>
    <message>
        <source>Serves %1. The router&apos;s DHCP server stays as it is.</source>
        <translation>Versorgt %1. Der DHCP-Server des Routers bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Will serve %1, beside the router.</source>
        <translation>Wird neben dem Router %1 versorgen.</translation>
    </message>
    <message>
        <source>Will serve the card&apos;s subnet, beside the router.</source>
        <translation>Wird neben dem Router das Subnetz der Karte versorgen.</translation>
    </message>
</context>
<context>
    <name>Benchboot::CheckDialog</name>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Check This Computer</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all, as text</source>
        <translation>Die gewählten Zeilen, oder alle, als Text kopieren</translation>
    </message>
    <message>
        <source>Looking for what would keep PCs from booting. Other servers on the network have ten seconds to answer.</source>
        <translation>Gesucht wird, was PCs am Starten hindern würde. Andere Server im Netz haben zehn Sekunden Zeit zu antworten.</translation>
    </message>
    <message numerus="yes">
        <source>PCs cannot boot until %n problem(s) are dealt with.</source>
        <translation>
            <numerusform>PCs können erst starten, wenn %n Problem behoben ist.</numerusform>
            <numerusform>PCs können erst starten, wenn %n Probleme behoben sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PCs can boot. %n thing(s) may matter to some of them.</source>
        <translation>
            <numerusform>PCs können starten. %n Hinweis betrifft vielleicht manche von ihnen.</numerusform>
            <numerusform>PCs können starten. %n Hinweise betreffen vielleicht manche von ihnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here keeps PCs from booting.</source>
        <translation>Nichts hier hindert PCs am Starten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Benchboot::ClientCard</name>
    <message>
        <source>Show Activity</source>
        <translation>Aktivität anzeigen</translation>
    </message>
</context>
<context>
    <name>Benchboot::ClientModel</name>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Boots</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
</context>
<context>
    <name>Benchboot::ClientScreen</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts anzuzeigen</translation>
    </message>
    <message>
        <source>Client screen, nothing to show</source>
        <translation>Bildschirm des PCs, nichts anzuzeigen</translation>
    </message>
    <message>
        <source>Client screen, %1, chosen: %2</source>
        <extracomment>Read aloud: headline of the client&apos;s menu, and the entry that is chosen</extracomment>
        <translation>Bildschirm des PCs, %1, gewählt: %2</translation>
    </message>
</context>
<context>
    <name>Benchboot::DetailText</name>
    <message>
        <source>%1 is in use by %2; %3</source>
        <translation>%1 wird von %2 benutzt; %3</translation>
    </message>
    <message>
        <source>%1 is in use by a program of another user, which “%2” names; %3</source>
        <translation>%1 wird von einem Programm eines anderen Benutzers benutzt, das „%2“ nennt; %3</translation>
    </message>
    <message>
        <source>%1 needs a right that this user does not have, as do all ports below 1024; allow it with “sudo sysctl net.ipv4.ip_unprivileged_port_start=%2”, or run this as root</source>
        <translation>%1 braucht ein Recht, das dieser Benutzer nicht hat, wie alle Ports unter 1024; mit „sudo sysctl net.ipv4.ip_unprivileged_port_start=%2“ erlauben oder als root starten</translation>
    </message>
    <message>
        <source>The ports below 1024 were not opened, because the right to do so was not given; %1</source>
        <translation>Die Ports unter 1024 wurden nicht geöffnet, weil das Recht dazu nicht erteilt wurde; %1</translation>
    </message>
    <message>
        <source>UDP port %1</source>
        <translation>UDP-Port %1</translation>
    </message>
    <message>
        <source>TCP port %1</source>
        <translation>TCP-Port %1</translation>
    </message>
    <message>
        <source>stop that program, then start again</source>
        <translation>dieses Programm beenden, dann erneut starten</translation>
    </message>
    <message>
        <source>stop that program, or choose another port</source>
        <translation>dieses Programm beenden oder einen anderen Port wählen</translation>
    </message>
    <message>
        <source>press Start to be asked again</source>
        <translation>„Starten“ drücken, um erneut gefragt zu werden</translation>
    </message>
    <message>
        <source>The helper %1 is not installed; install Benchboot again, or start it as root</source>
        <translation>Das Hilfsprogramm %1 ist nicht installiert; Benchboot neu installieren oder als root starten</translation>
    </message>
    <message>
        <source>There is no network card named “%1”; choose one of %2</source>
        <translation>Es gibt keine Netzwerkkarte namens „%1“; zur Wahl stehen %2</translation>
    </message>
    <message>
        <source>The network card %1 is switched off; switch it on or choose another</source>
        <translation>Die Netzwerkkarte %1 ist ausgeschaltet; einschalten oder eine andere wählen</translation>
    </message>
    <message>
        <source>The network card %1 has no IPv4 address; check the cable to the router</source>
        <translation>Die Netzwerkkarte %1 hat keine IPv4-Adresse; das Kabel zum Router prüfen</translation>
    </message>
    <message>
        <source>There is no file %1; check its name</source>
        <translation>Es gibt keine Datei %1; den Namen prüfen</translation>
    </message>
    <message>
        <source>The import was cancelled</source>
        <translation>Der Import wurde abgebrochen</translation>
    </message>
    <message>
        <source>The import of %1 was cancelled</source>
        <translation>Der Import von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>The import of %1 broke off while its files were copied. Start it again</source>
        <translation>Der Import von %1 brach beim Kopieren der Dateien ab. Erneut starten</translation>
    </message>
    <message>
        <source>%1 could not be unpacked: it is damaged. Download it again</source>
        <translation>%1 ließ sich nicht entpacken: Die Datei ist beschädigt. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is damaged: what it packs cannot be unpacked. Download it again</source>
        <translation>%1 ist beschädigt: Der gepackte Inhalt lässt sich nicht entpacken. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is cut short: what it packs ends too early. Download it again</source>
        <translation>%1 ist abgeschnitten: Der gepackte Inhalt endet zu früh. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is empty: there is no file in it. Download it again</source>
        <translation>%1 ist leer: Es ist keine Datei darin. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is protected with a password. Unpack it yourself, and import what is in it</source>
        <translation>%1 ist mit einem Passwort geschützt. Selbst entpacken und den Inhalt importieren</translation>
    </message>
    <message>
        <source>%1 is one part of several. Unpack them together, and import what is in them</source>
        <translation>%1 ist nur einer von mehreren Teilen. Alle zusammen entpacken und den Inhalt importieren</translation>
    </message>
    <message>
        <source>%1 is packed in a way that Benchboot cannot read. Unpack it yourself, and import what is in it</source>
        <translation>%1 ist auf eine Art gepackt, die Benchboot nicht lesen kann. Selbst entpacken und den Inhalt importieren</translation>
    </message>
    <message>
        <source>%1 is packed more than %2 times over. Unpack it yourself, and import what is in it</source>
        <translation>%1 ist mehr als %2-mal ineinander gepackt. Selbst entpacken und den Inhalt importieren</translation>
    </message>
    <message>
        <source>%1 needs more memory to be unpacked than an import may take. Unpack it yourself, and import what is in it</source>
        <translation>%1 braucht zum Entpacken mehr Speicher, als ein Import nehmen darf. Selbst entpacken und den Inhalt importieren</translation>
    </message>
    <message>
        <source>%1 would become larger than %2 when unpacked, which no boot image is. It is damaged or made to fill disks</source>
        <translation>%1 würde entpackt größer als %2, und so groß ist kein Startabbild. Die Datei ist beschädigt oder soll Platten füllen</translation>
    </message>
    <message>
        <source>%1 holds %2 images (%3). Unpack it, and import the one you need</source>
        <translation>%1 enthält %2 Abbilder (%3). Entpacken und das benötigte importieren</translation>
    </message>
    <message>
        <source>%1 is packed, so nothing can be served out of it as it lies there. Import it by copying (--mode extract)</source>
        <translation>%1 ist gepackt, darum lässt sich daraus nichts direkt ausliefern. Durch Kopieren importieren (--mode extract)</translation>
    </message>
    <message>
        <source>holds no image, and no recipe knows the files in it. Choose the image of a bootable system</source>
        <translation>enthält kein Abbild, und kein Rezept kennt die Dateien darin. Das Abbild eines startfähigen Systems wählen</translation>
    </message>
    <message>
        <source>%1 is neither an image of a disc (ISO), disk or floppy nor a kernel or EFI program, and not packed in a way that Benchboot knows</source>
        <translation>%1 ist weder ein Abbild einer CD (ISO), Platte oder Diskette noch ein Kernel oder EFI-Programm und nicht auf eine Art gepackt, die Benchboot kennt</translation>
    </message>
    <message>
        <source>%1 could not be read: its file system is damaged. Download it again</source>
        <translation>%1 ließ sich nicht lesen: Das Dateisystem ist beschädigt. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 made its reader try what only an attack does, so the reader was stopped. Get the image from its makers</source>
        <translation>%1 brachte den Leser dazu, etwas zu versuchen, was nur ein Angriff tut; er wurde beendet. Das Abbild von seinen Herstellern holen</translation>
    </message>
    <message>
        <source>%1 could not be read in time: its file system is damaged, or its disk does not answer</source>
        <translation>%1 ließ sich nicht rechtzeitig lesen: Das Dateisystem ist beschädigt, oder der Datenträger antwortet nicht</translation>
    </message>
    <message>
        <source>%1 needs %2, %3 are free. Free some space, or keep the web root on another disk</source>
        <translation>%1 braucht %2, frei sind %3. Platz schaffen oder das Web-Verzeichnis auf einem anderen Datenträger anlegen</translation>
    </message>
    <message>
        <source>%1 needs %2, which is more than your quota on this disk has left. Delete files there, or keep the web root on another disk</source>
        <translation>%1 braucht %2, mehr als die Quota dieses Benutzers auf dem Datenträger übrig lässt. Dort Dateien löschen oder das Web-Verzeichnis auf einem anderen Datenträger anlegen</translation>
    </message>
    <message>
        <source>%1 needs %2, and the disk takes no more, although %3 are free. Delete files there, or keep the web root on another disk</source>
        <translation>%1 braucht %2, und der Datenträger nimmt nichts mehr auf, obwohl %3 frei sind. Dort Dateien löschen oder das Web-Verzeichnis auf einem anderen Datenträger anlegen</translation>
    </message>
    <message>
        <source>is a data disc: it has no boot record, so there is nothing that a PC could boot. Choose the image of a bootable system</source>
        <translation>ist ein Datenträger ohne Startbereich: Darauf ist nichts, was ein PC starten könnte. Das Abbild eines startfähigen Systems wählen</translation>
    </message>
    <message>
        <source>The image file %1 is not there any more. Connect its drive, or import it again</source>
        <translation>Die Abbilddatei %1 ist nicht mehr da. Ihr Laufwerk anschließen oder sie erneut importieren</translation>
    </message>
    <message>
        <source>The image file %1 has changed since it was linked. Import it again</source>
        <translation>Die Abbilddatei %1 hat sich seit dem Verknüpfen geändert. Erneut importieren</translation>
    </message>
    <message>
        <source>Another Benchboot is changing the lab %1; try again when it is done</source>
        <translation>Ein anderes Benchboot ändert gerade das Labor %1; erneut versuchen, wenn es fertig ist</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the disk has no room for more. Delete files there, then try again</source>
        <translation>auf dem Datenträger ist kein Platz mehr. Dort Dateien löschen, dann erneut versuchen</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: %3</source>
        <translation>%1 kann nicht „%2“ sein: %3</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: $, || and &amp;&amp; as words, words that begin with #, and control characters would be taken for iPXE commands</source>
        <translation>%1 kann nicht „%2“ sein: $, || und &amp;&amp; als Wörter, Wörter, die mit # beginnen, und Steuerzeichen würde iPXE für Befehle halten</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: it is one word, without spaces. What else the kernel shall get goes into the option arguments</source>
        <translation>%1 kann nicht „%2“ sein: Es ist ein einziges Wort ohne Leerzeichen. Was der Kernel sonst bekommen soll, kommt in die Option „arguments“</translation>
    </message>
    <message>
        <source>it must be one line of at most 255 characters</source>
        <translation>nötig ist eine Zeile mit höchstens 255 Zeichen</translation>
    </message>
    <message>
        <source>The lab has %1 images now</source>
        <translation>Abbilder im Labor: %1</translation>
    </message>
    <message>
        <source>the client gave up with error %1</source>
        <translation>der PC gab mit Fehler %1 auf</translation>
    </message>
    <message>
        <source>no answer from the client for %1 s</source>
        <translation>seit %1 s keine Antwort vom PC</translation>
    </message>
    <message>
        <source>too many blocks had to be sent again; the network loses packets</source>
        <translation>zu viele Blöcke mussten erneut gesendet werden; das Netzwerk verliert Pakete</translation>
    </message>
    <message>
        <source>The client closed the connection before the end</source>
        <translation>Der PC schloss die Verbindung vor dem Ende</translation>
    </message>
    <message>
        <source>The client took nothing for %1 seconds</source>
        <translation>Der PC nahm %1 Sekunden lang nichts an</translation>
    </message>
    <message>
        <source>The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3).</source>
        <translation>Der Lader %1 für %2 ist nicht auf diesem Rechner. Das Paket %3 installieren (sudo apt install %3).</translation>
    </message>
    <message>
        <source>The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file into %3, import iPXE&apos;s release (benchboot loaders import ipxeboot.tar.gz), or choose another loader (benchboot loaders use).</source>
        <translation>Der Lader %1 für %2 ist nicht auf diesem Rechner, und Debian hat kein Paket damit. Die Datei in %3 ablegen, die Ausgabe von iPXE importieren (benchboot loaders import ipxeboot.tar.gz) oder einen anderen Lader wählen (benchboot loaders use).</translation>
    </message>
    <message>
        <source>The loader wimboot for %1 is not on this computer. Download it from github.com/ipxe/wimboot/releases and put it into %2, or import it (benchboot loaders import wimboot).</source>
        <translation>Der Lader wimboot für %1 ist nicht auf diesem Rechner. Von github.com/ipxe/wimboot/releases herunterladen und in %2 ablegen oder importieren (benchboot loaders import wimboot).</translation>
    </message>
    <message>
        <source>%1: GRUB looks for its menu on the server that the site&apos;s DHCP server names, not on the one that ProxyDHCP names. If PCs stop at GRUB&apos;s prompt, let the DHCP server name this computer (next-server, siaddr), or import iPXE&apos;s signed release (benchboot loaders import ipxeboot.tar.gz)</source>
        <translation>%1: GRUB sucht sein Menü auf dem Server, den der DHCP-Server des Netzes nennt, nicht auf dem, den ProxyDHCP nennt. Wenn PCs bei der Eingabeaufforderung von GRUB stehen bleiben, im DHCP-Server diesen Rechner eintragen (next-server, siaddr) oder die signierte Ausgabe von iPXE importieren (benchboot loaders import ipxeboot.tar.gz).</translation>
    </message>
    <message>
        <source>Serving %1 on %2</source>
        <translation>Versorgt wird %1 über %2</translation>
    </message>
    <message>
        <source>Serving on %1 (%2)</source>
        <translation>Versorgt wird nun auch %1 (%2)</translation>
    </message>
    <message>
        <source>Serving on %1 (%2) again</source>
        <translation>Versorgt wird wieder %1 (%2)</translation>
    </message>
    <message>
        <source>%1 has a link again</source>
        <translation>%1 ist wieder verbunden</translation>
    </message>
    <message>
        <source>%1 has no link, so no PC there is reached; check the cable</source>
        <translation>%1 hat keine Verbindung, dort ist kein PC erreichbar; das Kabel prüfen</translation>
    </message>
    <message>
        <source>The address of %1 is %2 now, it was %3; a PC that is starting at this moment must be started again</source>
        <translation>Die Adresse von %1 ist jetzt %2, vorher war sie %3; ein PC, der gerade startet, muss neu gestartet werden</translation>
    </message>
    <message>
        <source>The network card %1 is gone or has lost its address; PCs there are served again as soon as it is back</source>
        <translation>Die Netzwerkkarte %1 ist weg oder hat ihre Adresse verloren; PCs dort werden wieder versorgt, sobald sie zurück ist</translation>
    </message>
    <message>
        <source>This computer has slept for %1 s</source>
        <translation>Dieser Rechner hat %1 s geschlafen</translation>
    </message>
    <message>
        <source>The DHCP server on %1 is %2</source>
        <translation>Der DHCP-Server an %1 ist %2</translation>
    </message>
    <message>
        <source>No DHCP server answered on %1, so PCs get no address</source>
        <translation>An %1 hat kein DHCP-Server geantwortet, daher bekommen PCs keine Adresse</translation>
    </message>
    <message>
        <source>Check the cable to the router</source>
        <translation>Das Kabel zum Router prüfen</translation>
    </message>
    <message>
        <source>Several DHCP servers answer on %1: %2</source>
        <translation>An %1 antworten mehrere DHCP-Server: %2</translation>
    </message>
    <message>
        <source>Let only one of them hand out addresses there</source>
        <translation>Nur einen von ihnen dort Adressen vergeben lassen</translation>
    </message>
    <message>
        <source>Another ProxyDHCP server answers on %1: %2; PCs take one or the other</source>
        <translation>An %1 antwortet ein anderer ProxyDHCP-Server: %2; PCs nehmen den einen oder den anderen</translation>
    </message>
    <message>
        <source>Stop the other one, or serve on another network card</source>
        <translation>Den anderen anhalten, oder eine andere Netzwerkkarte wählen</translation>
    </message>
    <message>
        <source>The DHCP server %1 itself answers as a boot server (option 60), so UEFI PCs ask it instead of Benchboot</source>
        <translation>Der DHCP-Server %1 antwortet selbst als Bootserver (Option 60), daher fragen UEFI-PCs ihn statt Benchboot</translation>
    </message>
    <message>
        <source>Remove option 60 “PXEClient” there</source>
        <translation>Dort Option 60 „PXEClient“ entfernen</translation>
    </message>
    <message>
        <source>The DHCP server %1 tells iPXE not to wait for Benchboot (option 175.176, no-pxedhcp)</source>
        <translation>Der DHCP-Server %1 sagt iPXE, dass es nicht auf Benchboot warten soll (Option 175.176, no-pxedhcp)</translation>
    </message>
    <message>
        <source>Remove ipxe.no-pxedhcp there</source>
        <translation>Dort ipxe.no-pxedhcp entfernen</translation>
    </message>
    <message>
        <source>The DHCP server %1 names a boot file of its own (“%2”), which some PCs and signed loaders take instead of Benchboot&apos;s</source>
        <translation>Der DHCP-Server %1 nennt eine eigene Startdatei („%2“), die manche PCs und signierte Lader statt der von Benchboot nehmen</translation>
    </message>
    <message>
        <source>Remove the boot file (filename, option 67) there</source>
        <translation>Dort die Startdatei (filename, Option 67) entfernen</translation>
    </message>
    <message>
        <source>The DHCP server %1 names %2 as boot server, from which signed GRUB loads its files</source>
        <translation>Der DHCP-Server %1 nennt %2 als Bootserver, von dem ein signierter GRUB seine Dateien lädt</translation>
    </message>
    <message>
        <source>Remove the boot server (next-server, option 66) there</source>
        <translation>Dort den Bootserver (next-server, Option 66) entfernen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The image file %1 is there again</source>
        <translation>Die Abbilddatei %1 ist wieder da</translation>
    </message>
    <message>
        <source>All files of %1 were read and are whole</source>
        <translation>Alle Dateien von %1 wurden gelesen und sind unversehrt</translation>
    </message>
    <message>
        <source>%1 is damaged: its %2 checksum is not the one in %3. Download the image again</source>
        <translation>%1 ist beschädigt: Die %2-Prüfsumme ist nicht die in %3. Das Abbild erneut herunterladen</translation>
    </message>
    <message>
        <source>it asked four times and took no address, although a DHCP server is there</source>
        <translation>er hat viermal gefragt und keine Adresse genommen, obwohl ein DHCP-Server da ist</translation>
    </message>
    <message>
        <source>it took its address from %1 and asked us for nothing within %2 s</source>
        <translation>er hat seine Adresse von %1 genommen und binnen %2 s nichts von uns verlangt</translation>
    </message>
    <message>
        <source>%1: %2 failed, but worked before; it is tried once more</source>
        <translation>%1: %2 ist gescheitert, hat aber schon funktioniert; es wird noch einmal versucht</translation>
    </message>
    <message>
        <source>%1: %2 failed; it stays, because nothing else is to be tried</source>
        <translation>%1: %2 ist gescheitert; es bleibt dabei, weil nichts anderes zu versuchen ist</translation>
    </message>
    <message>
        <source>%1: %2 failed; next is %3</source>
        <translation>%1: %2 ist gescheitert; als Nächstes: %3</translation>
    </message>
    <message>
        <source>it boots from %1; this is remembered</source>
        <translation>er startet mit: %1; das wird gemerkt</translation>
    </message>
    <message>
        <source>the %1 offer of %2</source>
        <translation>das Angebot der Form „%1“ mit %2</translation>
    </message>
    <message>
        <source>GRUB (%1) was loaded, but has not asked this computer for its menu. It asks the server that the site&apos;s DHCP server names: let that name this computer (next-server, siaddr), or use iPXE&apos;s signed release</source>
        <translation>GRUB (%1) wurde geladen, hat aber diesen Rechner nicht nach seinem Menü gefragt. Es fragt den Server, den der DHCP-Server des Netzes nennt: diesen Rechner dort eintragen (next-server, siaddr) oder das signierte iPXE verwenden</translation>
    </message>
    <message>
        <source>The firmware took the loader %1 and did not start it; Secure Boot is probably on. Use a signed loader for such PCs, or switch Secure Boot off there</source>
        <translation>Die Firmware hat den Lader %1 genommen und nicht gestartet; Secure Boot ist wahrscheinlich an. Für solche PCs einen signierten Lader verwenden oder Secure Boot dort ausschalten</translation>
    </message>
    <message>
        <source>%1 requests within a second were not answered, because there were too many</source>
        <translation>%1 Anfragen innerhalb einer Sekunde blieben unbeantwortet, weil es zu viele waren</translation>
    </message>
    <message>
        <source>The published file %1 cannot be read</source>
        <translation>Die veröffentlichte Datei %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The published file %1 is not a regular file</source>
        <translation>Die veröffentlichte Datei %1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>The boot file %1 cannot be read</source>
        <translation>Die Startdatei %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The boot file %1 became shorter while it was served</source>
        <translation>Die Startdatei %1 wurde kürzer, während sie gesendet wurde</translation>
    </message>
    <message>
        <source>The image %1 has changed: it is shorter than when it was imported. Import it again</source>
        <translation>Das Abbild %1 hat sich geändert: es ist kürzer als beim Import. Noch einmal importieren</translation>
    </message>
    <message>
        <source>%1 has %2 bytes now, %3 when it was imported</source>
        <translation>%1 hat jetzt %2 Bytes, beim Import waren es %3</translation>
    </message>
    <message>
        <source>The lab publishes no such file</source>
        <translation>Das Labor veröffentlicht keine solche Datei</translation>
    </message>
    <message>
        <source>The file could not be read to its announced end; the connection was closed</source>
        <translation>Die Datei ließ sich nicht bis zum angekündigten Ende lesen; die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>The client closed the connection in the middle of a request</source>
        <translation>Der PC hat die Verbindung mitten in einer Anfrage geschlossen</translation>
    </message>
    <message>
        <source>The client did not complete its request in time</source>
        <translation>Der PC hat seine Anfrage nicht rechtzeitig beendet</translation>
    </message>
    <message>
        <source>The server was stopped</source>
        <translation>Der Server wurde angehalten</translation>
    </message>
    <message>
        <source>Not answered: the client is not in a subnet that is served (%1), or asked another address</source>
        <translation>Nicht beantwortet: der PC ist in keinem bedienten Subnetz (%1) oder hat eine andere Adresse gefragt</translation>
    </message>
    <message>
        <source>Not answered: %1 connections are open</source>
        <translation>Nicht beantwortet: %1 Verbindungen sind offen</translation>
    </message>
    <message>
        <source>Not answered: %1 connections of this client are open</source>
        <translation>Nicht beantwortet: %1 Verbindungen dieses PCs sind offen</translation>
    </message>
    <message>
        <source>not found; %1 asks for it, this is normal</source>
        <translation>nicht gefunden; %1 fragt danach, das ist normal</translation>
    </message>
    <message>
        <source>there is no such boot file; put it into the lab&apos;s loader folder if this PC needs it</source>
        <translation>eine solche Startdatei gibt es nicht; sie gehört in den Laderordner des Labors, wenn dieser PC sie braucht</translation>
    </message>
    <message>
        <source>the client wanted to write</source>
        <translation>der PC wollte schreiben</translation>
    </message>
    <message>
        <source>the client did not ask for binary (octet) mode; test programs need their option for it</source>
        <translation>der PC hat nicht den Binärmodus (octet) verlangt; Testprogramme brauchen dafür ihre Option</translation>
    </message>
    <message>
        <source>too many transfers at the same time</source>
        <translation>zu viele Übertragungen zur selben Zeit</translation>
    </message>
    <message>
        <source>the client is not in a subnet that is served (%1)</source>
        <translation>der PC ist in keinem bedienten Subnetz (%1)</translation>
    </message>
    <message>
        <source>the client started anew from the same port</source>
        <translation>der PC hat vom selben Port aus neu angefangen</translation>
    </message>
    <message>
        <source>the TFTP server was stopped</source>
        <translation>der TFTP-Server wurde angehalten</translation>
    </message>
    <message>
        <source>the network card took no packets for %1 s</source>
        <translation>die Netzwerkkarte hat %1 s lang keine Pakete angenommen</translation>
    </message>
    <message>
        <source>the disk did not deliver the file within %1 s</source>
        <translation>der Datenträger hat die Datei nicht binnen %1 s geliefert</translation>
    </message>
    <message>
        <source>The services have stopped</source>
        <translation>Die Dienste sind angehalten</translation>
    </message>
    <message>
        <source>%1 details were not recorded: more arrived than can be kept</source>
        <translation>%1 Einzelheiten wurden nicht aufgezeichnet: es kamen mehr, als gehalten werden können</translation>
    </message>
    <message>
        <source>The activity log in %1 cannot be written; is the disk full?</source>
        <translation>Das Protokoll in %1 lässt sich nicht schreiben; ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>This computer has no network card, so also no “%1”; connect one, e.g. a USB network adapter</source>
        <translation>Dieser Rechner hat keine Netzwerkkarte, also auch kein „%1“; eine anschließen, z. B. einen USB-Netzwerkadapter</translation>
    </message>
    <message>
        <source>The network card %1 has no IPv4 address in %2; check the cable to the router, or serve another subnet</source>
        <translation>Die Netzwerkkarte %1 hat keine IPv4-Adresse in %2; das Kabel zum Router prüfen oder ein anderes Subnetz bedienen</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 ist frei</translation>
    </message>
    <message>
        <source>%1 is served by %2</source>
        <translation>%1 bedient %2</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>%1 is in use by %2</source>
        <translation>%1 wird von %2 benutzt</translation>
    </message>
    <message>
        <source>Stop that program, or change its port</source>
        <translation>Dieses Programm anhalten oder seinen Port ändern</translation>
    </message>
    <message>
        <source>%1 may not be opened by this user</source>
        <translation>%1 darf dieser Benutzer nicht öffnen</translation>
    </message>
    <message>
        <source>Start the services in the window, which asks for the right, or as root</source>
        <translation>Die Dienste im Fenster starten, das nach dem Recht fragt, oder als root</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>Look at the reason</source>
        <translation>Den Grund beachten</translation>
    </message>
    <message>
        <source>Allow UDP %1, %2 and %3 and TCP %4 in it</source>
        <translation>Darin UDP %1, %2 und %3 und TCP %4 erlauben</translation>
    </message>
    <message>
        <source>Ask again as root (sudo benchboot doctor)</source>
        <translation>Noch einmal als root fragen (sudo benchboot doctor)</translation>
    </message>
    <message>
        <source>Rules of iptables-legacy may keep PCs out; they may not be read by this user</source>
        <translation>Regeln von iptables-legacy halten vielleicht PCs fern; dieser Benutzer darf sie nicht lesen</translation>
    </message>
    <message>
        <source>Rules of iptables-legacy probably block %1</source>
        <translation>Regeln von iptables-legacy sperren wahrscheinlich %1</translation>
    </message>
    <message>
        <source>firewalld runs and may keep PCs out; its rules may not be read by this user</source>
        <translation>firewalld läuft und hält vielleicht PCs fern; dieser Benutzer darf seine Regeln nicht lesen</translation>
    </message>
    <message>
        <source>ufw is switched on and may keep PCs out; its rules may not be read by this user</source>
        <translation>ufw ist eingeschaltet und hält vielleicht PCs fern; dieser Benutzer darf seine Regeln nicht lesen</translation>
    </message>
    <message>
        <source>No firewall was found; the rules of the kernel may not be read by this user</source>
        <translation>Keine Firewall gefunden; die Regeln des Kernels darf dieser Benutzer nicht lesen</translation>
    </message>
    <message>
        <source>No firewall keeps PCs out</source>
        <translation>Keine Firewall hält PCs fern</translation>
    </message>
    <message>
        <source>The firewall lets PCs in</source>
        <translation>Die Firewall lässt PCs herein</translation>
    </message>
    <message>
        <source>The firewall of this computer probably blocks %1</source>
        <translation>Die Firewall dieses Rechners sperrt wahrscheinlich %1</translation>
    </message>
    <message>
        <source>No network card is chosen</source>
        <translation>Keine Netzwerkkarte ist gewählt</translation>
    </message>
    <message>
        <source>Name it: --interface IF, or the setting network.interface</source>
        <translation>Eine nennen: --interface IF, oder die Einstellung network.interface</translation>
    </message>
    <message>
        <source>%1 has a link</source>
        <translation>%1 hat eine Verbindung</translation>
    </message>
    <message>
        <source>%1 has no link</source>
        <translation>%1 hat keine Verbindung</translation>
    </message>
    <message>
        <source>Check the cable</source>
        <translation>Das Kabel prüfen</translation>
    </message>
    <message>
        <source>Connect the card, or choose another one</source>
        <translation>Die Karte anschließen oder eine andere wählen</translation>
    </message>
    <message>
        <source>Other DHCP and PXE servers were not looked for: %1</source>
        <translation>Andere DHCP- und PXE-Server wurden nicht gesucht: %1</translation>
    </message>
    <message>
        <source>DHCP servers answer only to UDP 67</source>
        <translation>DHCP-Server antworten nur an UDP 67</translation>
    </message>
    <message>
        <source>Look into the log of the running services, which look themselves, or ask again as root while they are stopped</source>
        <translation>Im Protokoll der laufenden Dienste nachsehen, die selbst suchen, oder noch einmal als root fragen, während sie angehalten sind</translation>
    </message>
    <message>
        <source>Get it if such PCs are to boot</source>
        <translation>Beschaffen, wenn solche PCs starten sollen</translation>
    </message>
    <message>
        <source>No boot loader is on this computer, so no PC could start</source>
        <translation>Auf diesem Rechner ist kein Bootlader, also könnte kein PC starten</translation>
    </message>
    <message>
        <source>Install the package ipxe (sudo apt install ipxe)</source>
        <translation>Das Paket ipxe installieren (sudo apt install ipxe)</translation>
    </message>
    <message>
        <source>The disk of %1 is not there</source>
        <translation>Der Datenträger von %1 ist nicht da</translation>
    </message>
    <message>
        <source>Connect it</source>
        <translation>Anschließen</translation>
    </message>
    <message>
        <source>%1 are free in %2</source>
        <translation>%1 sind in %2 frei</translation>
    </message>
    <message>
        <source>%1 cannot be written, so nothing can be imported</source>
        <translation>In %1 lässt sich nicht schreiben, also nichts importieren</translation>
    </message>
    <message>
        <source>Make it writable</source>
        <translation>Schreibbar machen</translation>
    </message>
    <message>
        <source>Free some space before the next import</source>
        <translation>Vor dem nächsten Import Platz schaffen</translation>
    </message>
    <message>
        <source>Free some space</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Restore lab.json, or name another folder with --lab</source>
        <translation>lab.json wiederherstellen oder mit --lab einen anderen Ordner nennen</translation>
    </message>
    <message>
        <source>The lab in %1 has no image yet, so the menu offers nothing</source>
        <translation>Das Labor in %1 hat noch kein Abbild, das Menü bietet also nichts an</translation>
    </message>
    <message>
        <source>Import one: benchboot import FILE</source>
        <translation>Eines importieren: benchboot import DATEI</translation>
    </message>
    <message>
        <source>The lab in %1 has %2 images</source>
        <translation>Das Labor in %1 hat %2 Abbilder</translation>
    </message>
    <message>
        <source>Images are read in a sandbox (Landlock %1 and seccomp)</source>
        <translation>Abbilder werden in einer Sandbox gelesen (Landlock %1 und seccomp)</translation>
    </message>
    <message>
        <source>The importer&apos;s sandbox is weaker: this kernel does not fence files off (Landlock)</source>
        <translation>Die Sandbox des Imports ist schwächer: dieser Kernel grenzt Dateien nicht ab (Landlock)</translation>
    </message>
    <message>
        <source>The importer&apos;s sandbox is weaker: system calls cannot be filtered here (seccomp)</source>
        <translation>Die Sandbox des Imports ist schwächer: Systemaufrufe lassen sich hier nicht filtern (seccomp)</translation>
    </message>
    <message>
        <source>The importer has no sandbox: neither Landlock nor seccomp can be used here</source>
        <translation>Der Import hat keine Sandbox: weder Landlock noch seccomp sind hier nutzbar</translation>
    </message>
    <message>
        <source>Import only images whose makers you trust, or allow seccomp in this container</source>
        <translation>Nur Abbilder importieren, deren Urhebern man traut, oder seccomp in diesem Container erlauben</translation>
    </message>
    <message>
        <source>Import only images whose makers you trust, or use a kernel of 5.13 or newer that starts with Landlock (lsm=landlock,…)</source>
        <translation>Nur Abbilder importieren, deren Urhebern man traut, oder einen Kernel ab 5.13 verwenden, der mit Landlock startet (lsm=landlock,…)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No recipe knows this system, so it starts as its own boot menu says</source>
        <translation>Kein Rezept kennt dieses System, darum startet es so, wie sein eigenes Startmenü sagt</translation>
    </message>
    <message>
        <source>Its arguments name a drive, which was left out: the system may look for its disc in vain. Write a recipe for it if it does.</source>
        <translation>Seine Argumente nennen ein Laufwerk, das weggelassen wurde: Vielleicht sucht das System seine CD vergeblich. Dann ein Rezept dafür schreiben.</translation>
    </message>
    <message>
        <source>Only kernel and initrd are taken, which are a small part of the disc: the system may look for the rest in vain. Write a recipe for it if it does.</source>
        <translation>Nur Kernel und Initrd werden genommen, ein kleiner Teil der CD: Vielleicht sucht das System den Rest vergeblich. Dann ein Rezept dafür schreiben.</translation>
    </message>
    <message>
        <source>No recipe knows this EFI program, so it is started as it is</source>
        <translation>Kein Rezept kennt dieses EFI-Programm, darum wird es gestartet, wie es ist</translation>
    </message>
    <message>
        <source>No recipe knows this system, so its own EFI loader is started</source>
        <translation>Kein Rezept kennt dieses System, darum wird sein eigener EFI-Lader gestartet</translation>
    </message>
    <message>
        <source>On UEFI its own loader starts without its disc: programs that are complete in one file work, boot menus mostly stop.</source>
        <translation>Auf UEFI startet sein eigener Lader ohne die CD: Programme aus einer einzigen Datei laufen, Startmenüs bleiben meist stehen.</translation>
    </message>
    <message>
        <source>No recipe knows this system, so the disc is loaded whole into memory and started from there</source>
        <translation>Kein Rezept kennt dieses System, darum wird die CD ganz in den Speicher geladen und von dort gestartet</translation>
    </message>
    <message>
        <source>It cannot be read over the network instead: iPXE starts no hard disk of less than 8.2 MB</source>
        <translation>Über das Netzwerk lesen lässt sie sich nicht: iPXE startet keine Festplatte unter 8,2 MB</translation>
    </message>
    <message>
        <source>Started by memdisk: BIOS only, and Linux or Windows on the disc lose it as soon as their own drivers take over.</source>
        <translation>Startet mit memdisk: nur BIOS, und Linux oder Windows auf der CD verlieren sie, sobald ihre eigenen Treiber übernehmen.</translation>
    </message>
    <message>
        <source>No recipe knows this system, so the disc is read over the network as if it were a drive</source>
        <translation>Kein Rezept kennt dieses System, darum wird die CD über das Netzwerk gelesen, als wäre sie ein Laufwerk</translation>
    </message>
    <message>
        <source>Started as a drive over the network: slow, and Linux or Windows on the disc lose it as soon as their own drivers take over.</source>
        <translation>Startet als Laufwerk über das Netzwerk: langsam, und Linux oder Windows auf der CD verlieren sie, sobald ihre eigenen Treiber übernehmen.</translation>
    </message>
    <message>
        <source>is a kernel, but no recipe knows it: alone it would find no system. Import the disc that it comes from, or write a recipe</source>
        <translation>ist ein Kernel, aber kein Rezept kennt ihn: Allein fände er kein System. Die CD importieren, von der er stammt, oder ein Rezept schreiben</translation>
    </message>
    <message>
        <source>is a hard disk of %1, and iPXE starts none of less than 8.2 MB over the network. Load it whole into memory: leave the recipe open, or choose fallback-memdisk</source>
        <translation>ist eine Festplatte von %1, und iPXE startet über das Netzwerk keine unter 8,2 MB. Ganz in den Speicher laden: das Rezept offen lassen oder fallback-memdisk wählen</translation>
    </message>
    <message>
        <source>is bootable, but no recipe knows it, and at %1 it is too large to be loaded whole into a PC&apos;s memory. Write a recipe for it</source>
        <translation>ist startfähig, aber kein Rezept kennt es, und mit %1 ist es zu groß, um ganz in den Speicher eines PCs geladen zu werden. Ein Rezept dafür schreiben</translation>
    </message>
    <message>
        <source>boots on UEFI only, from a hidden loader, and no recipe knows it. Write a recipe for it</source>
        <translation>startet nur auf UEFI, von einem versteckten Lader, und kein Rezept kennt es. Ein Rezept dafür schreiben</translation>
    </message>
    <message>
        <source>%1 has %2, and Linux takes no file of 2 GiB or more out of an initramfs. Start it from a USB stick, or take a smaller edition</source>
        <translation>%1 hat %2, und Linux nimmt aus einem Initramfs keine Datei ab 2 GiB. Von einem USB-Stick starten oder eine kleinere Ausgabe nehmen</translation>
    </message>
    <message>
        <source>BIOS has no room for its initrds of %1 in low memory</source>
        <translation>BIOS hat im unteren Speicher keinen Platz für die Initrds von %1</translation>
    </message>
    <message>
        <source>Start it from a USB stick, or take a smaller edition</source>
        <translation>Von einem USB-Stick starten oder eine kleinere Ausgabe nehmen</translation>
    </message>
    <message>
        <source>No recipe knows this very system; it has the files of its family, and is started like the others</source>
        <translation>Kein Rezept kennt genau dieses System; es hat die Dateien seiner Familie und wird wie die anderen gestartet</translation>
    </message>
    <message>
        <source>%1 is not a kernel that iPXE can start, so its menu entry is left out.</source>
        <translation>%1 ist kein Kernel, den iPXE starten kann, darum fehlt sein Menüeintrag.</translation>
    </message>
    <message>
        <source>%1, so a menu entry is left out.</source>
        <translation>%1, darum fehlt ein Menüeintrag.</translation>
    </message>
    <message>
        <source>disc images</source>
        <translation>CD-Abbilder</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Tastaturbelegung</translation>
    </message>
    <message>
        <source>Console (such as ttyS0,115200)</source>
        <translation>Konsole (etwa ttyS0,115200)</translation>
    </message>
    <message>
        <source>Basic graphics</source>
        <translation>Einfache Grafik</translation>
    </message>
    <message>
        <source>More kernel arguments</source>
        <translation>Weitere Kernel-Argumente</translation>
    </message>
    <message>
        <source>Entry of its boot menu</source>
        <translation>Eintrag seines Startmenüs</translation>
    </message>
    <message>
        <source>Start by</source>
        <translation>Starten mit</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Repository to install from (URL)</source>
        <translation>Quelle der Installation (URL)</translation>
    </message>
    <message>
        <source>Copy to RAM</source>
        <translation>In den Speicher kopieren</translation>
    </message>
    <message>
        <source>Copy to RAM (fetch), or read over the network (httpfs)</source>
        <translation>In den Speicher kopieren (fetch) oder über das Netzwerk lesen (httpfs)</translation>
    </message>
    <message>
        <source>The initramfs of this disc has no network part. Alpine has files for network boot (the archive alpine-netboot of the same release), which Benchboot does not import yet</source>
        <translation>Das Initramfs dieser CD hat keinen Netzwerkteil. Alpine hat Dateien für den Netzwerkstart (das Archiv alpine-netboot derselben Ausgabe), die Benchboot noch nicht importiert</translation>
    </message>
    <message>
        <source>Its initrd gets the system from an NFS share or a drive only, and Benchboot serves no NFS. Start it from a USB stick, or use a scanner that is still updated, e.g. Kaspersky Rescue Disk</source>
        <translation>Die Initrd holt das System nur von einer NFS-Freigabe oder einem Laufwerk, und Benchboot bietet kein NFS. Von einem USB-Stick starten oder einen noch gepflegten Virenscanner verwenden, z. B. Kaspersky Rescue Disk</translation>
    </message>
    <message>
        <source>Its initrd gets the system from an NFS share only, and Benchboot serves none. Take a newer release, or start it from a USB stick</source>
        <translation>Die Initrd holt das System nur von einer NFS-Freigabe, und Benchboot bietet keine. Eine neuere Ausgabe nehmen oder von einem USB-Stick starten</translation>
    </message>
    <message>
        <source>The initrd of this disc installs from a CD drive and has no downloader. Import mini.iso of the same release instead (on Debian&apos;s mirrors in dists/CODENAME/main/installer-amd64/current/images/netboot/)</source>
        <translation>Die Initrd dieser CD installiert von einem CD-Laufwerk und lädt nichts herunter. Stattdessen mini.iso derselben Ausgabe importieren (auf Debians Spiegeln unter dists/CODENAME/main/installer-amd64/current/images/netboot/)</translation>
    </message>
    <message>
        <source>Its boot.cfg names paths of a CD and would have to be rewritten for the network, which Benchboot does not do yet. Start it from a USB stick</source>
        <translation>boot.cfg nennt darin Pfade einer CD und müsste für das Netzwerk umgeschrieben werden, was Benchboot noch nicht tut. Von einem USB-Stick starten</translation>
    </message>
    <message>
        <source>Its initrd has no network part, and finds its file system on drives only. Start it from a USB stick</source>
        <translation>Die Initrd hat keinen Netzwerkteil und findet ihr Dateisystem nur auf Laufwerken. Von einem USB-Stick starten</translation>
    </message>
    <message>
        <source>The initrd of this disc looks for its store on drives only. NixOS has files for network boot (netboot in its release builds), which Benchboot does not import yet</source>
        <translation>Die Initrd dieser CD sucht ihren Store nur auf Laufwerken. NixOS hat Dateien für den Netzwerkstart (netboot in den Ausgaben), die Benchboot noch nicht importiert</translation>
    </message>
    <message>
        <source>It gets its files from an NFS share, a drive, or its own network boot server, and Benchboot serves no NFS. Start one PC from a USB stick and use its own server for the others</source>
        <translation>Das System holt seine Dateien von einer NFS-Freigabe, einem Laufwerk oder seinem eigenen Netzwerkstart-Server, und Benchboot bietet kein NFS. Einen PC von einem USB-Stick starten und dessen Server für die anderen verwenden</translation>
    </message>
    <message>
        <source>Started by wimboot (github.com/ipxe/wimboot/releases), which has to be in the folder loaders of the lab (its build for ARM64)</source>
        <translation>Startet mit wimboot (github.com/ipxe/wimboot/releases), das im Ordner loaders des Labors liegen muss (in der Fassung für ARM64)</translation>
    </message>
    <message>
        <source>Started by wimboot (github.com/ipxe/wimboot/releases), which has to be in the folder loaders of the lab</source>
        <translation>Startet mit wimboot (github.com/ipxe/wimboot/releases), das im Ordner loaders des Labors liegen muss</translation>
    </message>
    <message>
        <source>DOS does not see the packages on the disc, which its own drivers would have to find.</source>
        <translation>DOS sieht die Pakete auf der CD nicht, die es mit eigenen Treibern finden müsste.</translation>
    </message>
    <message>
        <source>Discs made before September 2019 cannot fetch themselves. Download the current one if it stops.</source>
        <translation>CDs von vor September 2019 können sich nicht selbst holen. Die aktuelle herunterladen, wenn der Start stehen bleibt.</translation>
    </message>
    <message>
        <source>PassMark documents network boot for its Site Edition only; the free edition may refuse.</source>
        <translation>PassMark beschreibt den Netzwerkstart nur für die Site Edition; die freie Ausgabe weigert sich vielleicht.</translation>
    </message>
    <message>
        <source>Rescuezilla 2.6 and newer was reported not to fetch itself over HTTP. Use 2.5, or Clonezilla, if it stops.</source>
        <translation>Rescuezilla ab 2.6 holt sich Berichten nach nicht selbst über HTTP. 2.5 oder Clonezilla verwenden, wenn der Start stehen bleibt.</translation>
    </message>
    <message>
        <source>Its extensions (the desktop, too) stay on the disc: what starts is the text console.</source>
        <translation>Die Erweiterungen (auch die Arbeitsumgebung) bleiben auf der CD: Es startet die Textkonsole.</translation>
    </message>
    <message>
        <source>Tools on it that are Linux systems of their own (Parted Magic) lose the disc when they start; those for DOS work.</source>
        <translation>Werkzeuge darauf, die eigene Linux-Systeme sind (Parted Magic), verlieren beim Start die CD; die für DOS laufen.</translation>
    </message>
    <message>
        <source>Windows needs the loader wimboot, which is no part of Debian: download it from github.com/ipxe/wimboot/releases and put it into the lab&apos;s folder loaders.</source>
        <translation>Windows braucht den Lader wimboot, den Debian nicht hat: von github.com/ipxe/wimboot/releases herunterladen und im Ordner loaders des Labors ablegen.</translation>
    </message>
    <message>
        <source>Only Windows PE starts over the network. To install Windows from it, connect to a share with the disc&apos;s files and run setup.exe there.</source>
        <translation>Über das Netzwerk startet nur Windows PE. Um damit Windows zu installieren, mit einer Freigabe verbinden, auf der die Dateien der CD liegen, und dort setup.exe starten.</translation>
    </message>
    <message>
        <source>%1 is not an address that is served (%2)</source>
        <translation>%1 ist keine bediente Adresse (%2)</translation>
    </message>
    <message>
        <source>takes its address from the DHCP server %1</source>
        <translation>nimmt seine Adresse vom DHCP-Server %1</translation>
    </message>
    <message>
        <source>a boot server port is not for finding servers</source>
        <translation>am Port eines Bootservers werden keine Server gesucht</translation>
    </message>
    <message>
        <source>UEFI HTTP Boot has no boot server</source>
        <translation>UEFI HTTP Boot kennt keinen Bootserver</translation>
    </message>
    <message>
        <source>it asks the server %1</source>
        <translation>er fragt den Server %1</translation>
    </message>
    <message>
        <source>it came from %1, but says that its address is %2</source>
        <translation>die Anfrage kam von %1, nennt aber %2 als Adresse</translation>
    </message>
    <message>
        <source>it asks for boot integrity services, which are not offered</source>
        <translation>er verlangt Boot Integrity Services, die nicht angeboten werden</translation>
    </message>
    <message>
        <source>it is a Mac that looks for Apple&apos;s NetBoot, which is not offered; start it from a USB stick</source>
        <translation>es ist ein Mac, der Apples NetBoot sucht, was nicht angeboten wird; von einem USB-Stick starten</translation>
    </message>
    <message>
        <source>nobody knows a PC of architecture %1: the number is not registered</source>
        <translation>PCs der Architektur %1 kennt niemand: Die Nummer ist nicht vergeben</translation>
    </message>
    <message>
        <source>no boot loader is set for %1 (%2)</source>
        <translation>für %1 (%2) ist kein Bootlader eingestellt</translation>
    </message>
    <message>
        <source>it is a Raspberry Pi, which says that it is a BIOS PC but cannot run its loaders</source>
        <translation>es ist ein Raspberry Pi, der sich für einen BIOS-PC ausgibt, aber dessen Lader nicht ausführen kann</translation>
    </message>
    <message>
        <source>it does not say which architecture it has</source>
        <translation>er sagt nicht, welche Architektur er hat</translation>
    </message>
    <message>
        <source>its architecture does not go with %1</source>
        <translation>seine Architektur passt nicht zu %1</translation>
    </message>
    <message>
        <source>Unknown architecture, %1</source>
        <translation>Unbekannte Architektur, %1</translation>
    </message>
    <message>
        <source>no network boot</source>
        <translation>kein Netzwerkstart</translation>
    </message>
    <message>
        <source>Architecture %1</source>
        <translation>Architektur %1</translation>
    </message>
    <message>
        <source>A DHCP option runs past the end of its field</source>
        <translation>Eine DHCP-Option läuft über das Ende ihres Feldes hinaus</translation>
    </message>
    <message>
        <source>A DHCP message has %1 bytes at least, this one %2</source>
        <translation>Eine DHCP-Nachricht hat mindestens %1 Bytes, diese %2</translation>
    </message>
    <message>
        <source>This is no DHCP message: the magic cookie is missing</source>
        <translation>Das ist keine DHCP-Nachricht: Das Kennzeichen (magic cookie) fehlt</translation>
    </message>
    <message>
        <source>A hardware address of %1 bytes does not exist</source>
        <translation>Eine Hardware-Adresse von %1 Bytes gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is too long for a DHCP message, which has room for %2 bytes</source>
        <translation>„%1“ ist zu lang für eine DHCP-Nachricht, die Platz für %2 Bytes hat</translation>
    </message>
    <message>
        <source>Option 93 holds pairs of bytes, this one has %1 bytes</source>
        <translation>Option 93 enthält Byte-Paare, diese hat %1 Bytes</translation>
    </message>
    <message>
        <source>A PXE boot item has 4 bytes, this one %1</source>
        <translation>Ein PXE-Starteintrag (boot item) hat 4 Bytes, dieser %1</translation>
    </message>
    <message>
        <source>The request head is larger than %1 bytes</source>
        <translation>Der Kopf der Anfrage ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>The request target is longer than %1 bytes</source>
        <translation>Das Ziel der Anfrage ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>The request has more than %1 fields</source>
        <translation>Die Anfrage hat mehr als %1 Felder</translation>
    </message>
    <message>
        <source>The request line names no HTTP version</source>
        <translation>Die Anfragezeile nennt keine HTTP-Version</translation>
    </message>
    <message>
        <source>HTTP/%1 is not spoken here</source>
        <translation>HTTP/%1 wird hier nicht gesprochen</translation>
    </message>
    <message>
        <source>HTTP/%1.%2 is not spoken here</source>
        <translation>HTTP/%1.%2 wird hier nicht gesprochen</translation>
    </message>
    <message>
        <source>HTTP/2 is not spoken here</source>
        <translation>HTTP/2 wird hier nicht gesprochen</translation>
    </message>
    <message>
        <source>The request needs exactly one valid Host field</source>
        <translation>Die Anfrage braucht genau ein gültiges Host-Feld</translation>
    </message>
    <message>
        <source>The request body has a transfer coding other than chunked</source>
        <translation>Der Körper der Anfrage ist anders als „chunked“ kodiert</translation>
    </message>
    <message>
        <source>Only GET and HEAD are served</source>
        <translation>Nur GET und HEAD werden bedient</translation>
    </message>
    <message>
        <source>The request method is unknown</source>
        <translation>Die Methode der Anfrage ist unbekannt</translation>
    </message>
    <message>
        <source>The path does not start with &apos;/&apos;</source>
        <translation>Der Pfad beginnt nicht mit „/“</translation>
    </message>
    <message>
        <source>The path has a &apos;%&apos; without two hexadecimal digits</source>
        <translation>Der Pfad hat ein „%“ ohne zwei hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>The path has a backslash or a control character</source>
        <translation>Der Pfad hat einen umgekehrten Schrägstrich oder ein Steuerzeichen</translation>
    </message>
    <message>
        <source>The path has a &apos;..&apos; component</source>
        <translation>Der Pfad hat einen Teil „..“</translation>
    </message>
    <message>
        <source>The request target has a fragment</source>
        <translation>Das Ziel der Anfrage hat ein Fragment</translation>
    </message>
    <message>
        <source>The TFTP packet ends inside %1</source>
        <translation>Das TFTP-Paket endet mitten in: %1</translation>
    </message>
    <message>
        <source>the name of an option</source>
        <translation>Name einer Option</translation>
    </message>
    <message>
        <source>the value of the option “%1”</source>
        <translation>Wert der Option „%1“</translation>
    </message>
    <message>
        <source>the file name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>the mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>the error code</source>
        <translation>Fehlernummer</translation>
    </message>
    <message>
        <source>the block number</source>
        <translation>Blocknummer</translation>
    </message>
    <message>
        <source>The TFTP request names no file</source>
        <translation>Die TFTP-Anfrage nennt keine Datei</translation>
    </message>
    <message>
        <source>%1 bytes that are no TFTP packet</source>
        <translation>%1 Bytes, die kein TFTP-Paket sind</translation>
    </message>
    <message>
        <source>The TFTP request has %1 bytes; %2 are allowed</source>
        <translation>Die TFTP-Anfrage hat %1 Bytes; erlaubt sind %2</translation>
    </message>
    <message>
        <source>the client only asked for the size</source>
        <translation>der PC hat nur nach der Größe gefragt</translation>
    </message>
    <message>
        <source>the client did not confirm the last block</source>
        <translation>der PC hat den letzten Block nicht bestätigt</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>reading %1 from %2</source>
        <translation>Lesen von %1 aus %2</translation>
    </message>
    <message>
        <source>reading %1 back</source>
        <translation>Zurücklesen von %1</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>Lesen von %1</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>Schreiben von %1</translation>
    </message>
    <message>
        <source>unpacking %1 to %2</source>
        <translation>Entpacken von %1 nach %2</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 ist nicht benutzbar</translation>
    </message>
    <message>
        <source>%1 is damaged: it has two files named %2</source>
        <translation>%1 ist beschädigt: Zwei Dateien darin heißen %2</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Download it again</source>
        <translation>%1 ist beschädigt: %2. Erneut herunterladen</translation>
    </message>
    <message>
        <source>its partition table (GPT) is gone</source>
        <translation>die Partitionstabelle (GPT) fehlt</translation>
    </message>
    <message>
        <source>its partition table (GPT) cannot be read</source>
        <translation>die Partitionstabelle (GPT) ist nicht lesbar</translation>
    </message>
    <message>
        <source>it has no FAT boot sector</source>
        <translation>der FAT-Startsektor fehlt</translation>
    </message>
    <message>
        <source>its file table is too short</source>
        <translation>die Dateitabelle ist zu kurz</translation>
    </message>
    <message>
        <source>%1 is longer than its place</source>
        <translation>%1 ist länger als der Platz dafür</translation>
    </message>
    <message>
        <source>%1 shares its place with another file</source>
        <translation>%1 liegt am selben Platz wie eine andere Datei</translation>
    </message>
    <message>
        <source>something else follows behind its packed data</source>
        <translation>hinter den gepackten Daten folgt etwas anderes</translation>
    </message>
    <message>
        <source>its packed data ends too early</source>
        <translation>die gepackten Daten enden zu früh</translation>
    </message>
    <message>
        <source>its packed data cannot be read</source>
        <translation>die gepackten Daten sind nicht lesbar</translation>
    </message>
    <message>
        <source>one of its folders cannot be read</source>
        <translation>einer der Ordner ist nicht lesbar</translation>
    </message>
    <message>
        <source>one of its folders</source>
        <translation>einer der Ordner</translation>
    </message>
    <message>
        <source>the folder %1 cannot be listed</source>
        <translation>der Ordner %1 lässt sich nicht auflisten</translation>
    </message>
    <message>
        <source>its folder /%1 is none</source>
        <translation>/%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>its folder /%1 cannot be read</source>
        <translation>der Ordner /%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 has no place in it</source>
        <translation>%1 hat keinen Platz darin</translation>
    </message>
    <message>
        <source>%1 would lie behind its end</source>
        <translation>%1 läge hinter dem Ende</translation>
    </message>
    <message>
        <source>it has no anchor of a UDF volume</source>
        <translation>der Anker eines UDF-Datenträgers fehlt</translation>
    </message>
    <message>
        <source>its UDF volume is not described</source>
        <translation>der UDF-Datenträger ist nicht beschrieben</translation>
    </message>
    <message>
        <source>its UDF volume has blocks of %1 bytes</source>
        <translation>der UDF-Datenträger hat Blöcke von %1 Bytes</translation>
    </message>
    <message>
        <source>the partitions of its UDF volume are not described</source>
        <translation>die Partitionen des UDF-Datenträgers sind nicht beschrieben</translation>
    </message>
    <message>
        <source>a partition of its UDF volume is missing</source>
        <translation>eine Partition des UDF-Datenträgers fehlt</translation>
    </message>
    <message>
        <source>its UDF volume has no files</source>
        <translation>der UDF-Datenträger hat keine Dateien</translation>
    </message>
    <message>
        <source>%1 lies in a partition that is not there</source>
        <translation>%1 liegt in einer Partition, die es nicht gibt</translation>
    </message>
    <message>
        <source>%1 lies outside of its partition</source>
        <translation>%1 liegt außerhalb der Partition</translation>
    </message>
    <message>
        <source>%1 has no file entry</source>
        <translation>%1 hat keinen Dateieintrag</translation>
    </message>
    <message>
        <source>%1 is the image of a recordable disc (UDF with packet writing), which cannot be read. Copy its files into a plain image</source>
        <translation>%1 ist das Abbild einer beschreibbaren CD (UDF mit Packet Writing), das sich nicht lesen lässt. Die Dateien in ein gewöhnliches Abbild kopieren</translation>
    </message>
    <message>
        <source>%1 cannot be read: its file %2 has holes. Copy its files into a plain image</source>
        <translation>%1 ist nicht lesbar: Die Datei %2 darin hat Lücken. Die Dateien in ein gewöhnliches Abbild kopieren</translation>
    </message>
    <message>
        <source>%1 cannot be read: its folders never end. It is damaged; download it again</source>
        <translation>%1 ist nicht lesbar: Die Ordner nehmen kein Ende. Die Datei ist beschädigt; erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is cut short: %2 would lie behind its end. Download it again</source>
        <translation>%1 ist abgeschnitten: %2 läge hinter dem Ende. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is cut short: it ends before its first folder. Download it again</source>
        <translation>%1 ist abgeschnitten: Die Datei endet vor dem ersten Ordner. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is cut short: %2 are there. Download it again</source>
        <translation>%1 ist abgeschnitten: Vorhanden sind %2. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is empty. Download it again</source>
        <translation>%1 ist leer. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 is not safe to import: it has a file named “%2”, which would leave its folder. Download it again from its makers</source>
        <translation>%1 ist nicht sicher: Eine Datei darin heißt „%2“ und würde ihren Ordner verlassen. Erneut beim Hersteller herunterladen</translation>
    </message>
    <message>
        <source>%1 has a file without a name, so it is not safe to import. Download it again from its makers</source>
        <translation>%1 enthält eine Datei ohne Namen und ist darum nicht sicher. Erneut beim Hersteller herunterladen</translation>
    </message>
    <message>
        <source>%1 has more than %2 files, which is more than any boot image needs</source>
        <translation>%1 hat mehr als %2 Dateien, mehr als jedes Startabbild braucht</translation>
    </message>
    <message>
        <source>%1 has its files in more than %2 pieces. It is damaged; download it again</source>
        <translation>Die Dateien von %1 liegen in mehr als %2 Stücken. Das Abbild ist beschädigt; erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 has more than %2 folders inside each other. It is damaged; download it again</source>
        <translation>In %1 stecken mehr als %2 Ordner ineinander. Das Abbild ist beschädigt; erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 has more files than fit in memory</source>
        <translation>%1 hat mehr Dateien, als in den Speicher passen</translation>
    </message>
    <message>
        <source>%1 can only be read</source>
        <translation>%1 lässt sich nur lesen</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose the image file itself</source>
        <translation>%1 ist keine Datei. Die Abbilddatei selbst wählen</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read. Import it again</source>
        <translation>%1 wurde kürzer, während es gelesen wurde. Erneut importieren</translation>
    </message>
    <message>
        <source>libisofs does not start</source>
        <translation>libisofs startet nicht</translation>
    </message>
    <message>
        <source>libisofs has no memory left</source>
        <translation>libisofs hat keinen Speicher mehr</translation>
    </message>
    <message>
        <source>The image reader %1 does not start: %2. Reinstall Benchboot</source>
        <translation>Der Abbildleser %1 startet nicht: %2. Benchboot neu installieren</translation>
    </message>
    <message>
        <source>the image worker was given no task; Benchboot starts it by itself</source>
        <translation>der Abbildleser bekam keine Aufgabe; Benchboot startet ihn selbst</translation>
    </message>
    <message>
        <source>The web root&apos;s file system cannot hold a file as large as %1. Keep the web root on another disk (ext4, XFS or Btrfs)</source>
        <translation>Das Dateisystem des Web-Verzeichnisses fasst keine so große Datei wie %1. Das Web-Verzeichnis auf einem anderen Datenträger anlegen (ext4, XFS oder Btrfs)</translation>
    </message>
    <message>
        <source>%1 needs %2 to be unpacked, %3 are free in %4. Free some space, or name a folder on another disk in TMPDIR</source>
        <translation>%1 braucht zum Entpacken %2, frei sind %3 in %4. Platz schaffen oder in TMPDIR einen Ordner auf einem anderen Datenträger nennen</translation>
    </message>
    <message>
        <source>This is %1, which cannot start over the network: %2</source>
        <translation>Das ist %1, das nicht über das Netzwerk starten kann: %2</translation>
    </message>
    <message>
        <source>%1 looks like %2, but nothing to start was found in it. Download it again, or choose another recipe</source>
        <translation>%1 sieht aus wie %2, enthält aber nichts Startbares. Erneut herunterladen oder ein anderes Rezept wählen</translation>
    </message>
    <message>
        <source>%1 looks like %2, but %3 is missing in it. Download it again</source>
        <translation>%1 sieht aus wie %2, aber %3 fehlt darin. Erneut herunterladen</translation>
    </message>
    <message>
        <source>%1 holds no %2 checksum of %3, so that file could not be checked.</source>
        <translation>%1 enthält keine %2-Prüfsumme von %3, darum ließ sich diese Datei nicht prüfen.</translation>
    </message>
    <message>
        <source>There is no recipe “%1”. “benchboot recipes” lists those there are</source>
        <translation>Ein Rezept „%1“ gibt es nicht. „benchboot recipes“ zeigt die vorhandenen</translation>
    </message>
    <message>
        <source>%1 has changed since its import: %2. Import the image again</source>
        <translation>%1 hat sich seit dem Import geändert: %2. Das Abbild erneut importieren</translation>
    </message>
    <message>
        <source>its contents differ</source>
        <translation>der Inhalt ist ein anderer</translation>
    </message>
    <message>
        <source>it had %1 bytes</source>
        <translation>es waren %1 Bytes</translation>
    </message>
    <message>
        <source>The check was cancelled</source>
        <translation>Die Prüfung wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 is in the lab already, as %2. Replace that one (--if-present replace), or keep both (--if-present keep)</source>
        <translation>%1 ist schon im Labor, als %2. Jenes ersetzen (--if-present replace) oder beide behalten (--if-present keep)</translation>
    </message>
    <message>
        <source>%1, an earlier version, is in the lab as %2. Remove that one first, or keep both</source>
        <translation>%1, eine ältere Version, ist im Labor als %2. Erst jene entfernen oder beide behalten</translation>
    </message>
    <message>
        <source>The overlay file %1 cannot be read: %2</source>
        <translation>Die Overlay-Datei %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The overlay %1 is larger than 1 MiB</source>
        <translation>Das Overlay %1 ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>The overlay %1 cannot be packed: %2 is the mark of an archive&apos;s end. Rename it</source>
        <translation>Das Overlay %1 lässt sich nicht packen: %2 kennzeichnet das Ende eines Archivs. Umbenennen</translation>
    </message>
    <message>
        <source>The overlay folder %1 is missing or empty</source>
        <translation>Der Overlay-Ordner %1 fehlt oder ist leer</translation>
    </message>
    <message>
        <source>The lock file %1 could not be opened</source>
        <translation>Die Sperrdatei %1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>The folder %1 could not be moved to %2</source>
        <translation>Der Ordner %1 ließ sich nicht nach %2 verschieben</translation>
    </message>
    <message>
        <source>The files of %1 are not in the trash any more. Import it again</source>
        <translation>Die Dateien von %1 sind nicht mehr im Papierkorb. Erneut importieren</translation>
    </message>
    <message>
        <source>%1 cannot come back: it was imported again in the meantime</source>
        <translation>%1 kann nicht zurückkommen: Inzwischen wurde es erneut importiert</translation>
    </message>
    <message>
        <source>The import could not be finished</source>
        <translation>Der Import ließ sich nicht abschließen</translation>
    </message>
    <message>
        <source>The files of %1 could not be replaced</source>
        <translation>Die Dateien von %1 ließen sich nicht ersetzen</translation>
    </message>
    <message>
        <source>The imported files could not be moved to %1</source>
        <translation>Die importierten Dateien ließen sich nicht nach %1 verschieben</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 has no option “%2”; it has %3</source>
        <translation>%1 hat keine Option „%2“; vorhanden sind %3</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”; choose one of %3</source>
        <translation>%1 kann nicht „%2“ sein; zur Wahl stehen %3</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: the menu has no such entry</source>
        <translation>%1 kann nicht „%2“ sein: Das Menü hat keinen solchen Eintrag</translation>
    </message>
    <message>
        <source>it must be a whole number from %1 to %2</source>
        <translation>nötig ist eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a loader is a file name of letters, digits, dots, hyphens and underscores</source>
        <translation>ein Lader ist ein Dateiname aus Buchstaben, Ziffern, Punkten, Binde- und Unterstrichen</translation>
    </message>
    <message>
        <source>There is no image “%1”; “benchboot images” lists them</source>
        <translation>Ein Abbild „%1“ gibt es nicht; „benchboot images“ zeigt die vorhandenen</translation>
    </message>
    <message>
        <source>There is no image “%1”</source>
        <translation>Ein Abbild „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>The image “%1” is not in the lab any more</source>
        <translation>Das Abbild „%1“ ist nicht mehr im Labor</translation>
    </message>
    <message>
        <source>The menu entry “%1” is not of this lab, or stands in the menu twice</source>
        <translation>Der Menüeintrag „%1“ gehört nicht zu diesem Labor oder steht zweimal im Menü</translation>
    </message>
    <message>
        <source>The menu has no entry “%1” any more</source>
        <translation>Das Menü hat keinen Eintrag „%1“ mehr</translation>
    </message>
    <message>
        <source>There is no setting “%1”; “benchboot settings” lists them</source>
        <translation>Eine Einstellung „%1“ gibt es nicht; „benchboot settings“ zeigt die vorhandenen</translation>
    </message>
    <message>
        <source>“%1” cannot be undone or redone: the value was changed elsewhere</source>
        <translation>„%1“ lässt sich nicht zurücknehmen oder wiederherstellen: Der Wert wurde anderswo geändert</translation>
    </message>
    <message>
        <source>The lab was written by a newer Benchboot; update this one</source>
        <translation>Das Labor wurde von einem neueren Benchboot geschrieben; dieses aktualisieren</translation>
    </message>
    <message>
        <source>lab.json is damaged: it has no version, no images or no menu</source>
        <translation>lab.json ist beschädigt: Version, Abbilder oder Menü fehlen</translation>
    </message>
    <message>
        <source>lab.json is damaged: “%1” is no valid image id, or stands there twice</source>
        <translation>lab.json ist beschädigt: „%1“ ist keine gültige Kennung eines Abbilds oder steht zweimal da</translation>
    </message>
    <message>
        <source>lab.json is damaged: %1</source>
        <translation>lab.json ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>Choose another folder for the lab (--lab DIR)</source>
        <translation>Einen anderen Ordner für das Labor wählen (--lab ORDNER)</translation>
    </message>
    <message>
        <source>%1 is too large to be a lab</source>
        <translation>%1 ist zu groß für ein Labor</translation>
    </message>
    <message>
        <source>%1 is damaged at byte %2; remove it to start anew</source>
        <translation>%1 ist bei Byte %2 beschädigt; löschen, um neu anzufangen</translation>
    </message>
    <message>
        <source>%1 is damaged at byte %2: %3</source>
        <translation>%1 ist bei Byte %2 beschädigt: %3</translation>
    </message>
    <message>
        <source>%1 is too large; remove it to start anew</source>
        <translation>%1 ist zu groß; löschen, um neu anzufangen</translation>
    </message>
    <message>
        <source>The lab %1 belongs to another user, so you cannot change it. Use one of your own (--lab DIR)</source>
        <translation>Das Labor %1 gehört einem anderen Benutzer und lässt sich nicht ändern. Ein eigenes verwenden (--lab ORDNER)</translation>
    </message>
    <message>
        <source>No trash folder could be made in %1</source>
        <translation>In %1 ließ sich kein Papierkorb anlegen</translation>
    </message>
    <message>
        <source>“%1” is no MAC address such as 52:54:00:12:34:56</source>
        <translation>„%1“ ist keine MAC-Adresse wie 52:54:00:12:34:56</translation>
    </message>
    <message>
        <source>what is known of the clients was written by a newer Benchboot</source>
        <translation>was von den PCs bekannt ist, wurde von einem neueren Benchboot geschrieben</translation>
    </message>
    <message>
        <source>The loader %1 is not there</source>
        <translation>Der Lader %1 ist nicht da</translation>
    </message>
    <message>
        <source>The loader %1 cannot be read: %2</source>
        <translation>Der Lader %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than any boot loader</source>
        <translation>%1 hat %2 Bytes, mehr als jeder Bootlader</translation>
    </message>
    <message>
        <source>the archive cannot be unpacked</source>
        <translation>das Archiv lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>the archive is larger than any release of iPXE</source>
        <translation>das Archiv ist größer als jede Ausgabe von iPXE</translation>
    </message>
    <message>
        <source>the archive is damaged or cut short; download it again</source>
        <translation>das Archiv ist beschädigt oder abgeschnitten; erneut herunterladen</translation>
    </message>
    <message>
        <source>the archive is cut short; download it again</source>
        <translation>das Archiv ist abgeschnitten; erneut herunterladen</translation>
    </message>
    <message>
        <source>the archive holds names that no release of iPXE has; do not use it</source>
        <translation>das Archiv enthält Namen, die keine Ausgabe von iPXE hat; nicht verwenden</translation>
    </message>
    <message>
        <source>it is no boot loader; take an .efi, .kpxe or .pxe file, or iPXE&apos;s ipxeboot.tar.gz</source>
        <translation>es ist kein Bootlader; eine Datei .efi, .kpxe oder .pxe oder ipxeboot.tar.gz von iPXE nehmen</translation>
    </message>
    <message>
        <source>there is no such file, or it cannot be read</source>
        <translation>es gibt keine solche Datei, oder sie ist nicht lesbar</translation>
    </message>
    <message>
        <source>it has %1 bytes, more than any boot loader</source>
        <translation>es hat %1 Bytes, mehr als jeder Bootlader</translation>
    </message>
    <message>
        <source>it is no tar archive</source>
        <translation>es ist kein tar-Archiv</translation>
    </message>
    <message>
        <source>%1 in it has %2 bytes</source>
        <translation>%1 darin hat %2 Bytes</translation>
    </message>
    <message>
        <source>%1 in it is not what its name says</source>
        <translation>%1 darin ist nicht, was der Name sagt</translation>
    </message>
    <message>
        <source>none of iPXE&apos;s loaders is in the archive</source>
        <translation>im Archiv ist keiner der Lader von iPXE</translation>
    </message>
    <message>
        <source>%1 was changed after it was imported. Import it again if that was not you</source>
        <translation>%1 wurde nach dem Import geändert. Erneut importieren, falls das nicht gewollt war</translation>
    </message>
    <message>
        <source>%1 is no program for %2, so such PCs cannot start it</source>
        <translation>%1 ist kein Programm für %2, darum können solche PCs es nicht starten</translation>
    </message>
    <message>
        <source>%1 cannot load over HTTP, so the menu does not come</source>
        <translation>%1 kann nicht über HTTP laden, darum kommt das Menü nicht</translation>
    </message>
    <message>
        <source>%1 loads %2, which is not on this computer</source>
        <translation>%1 lädt %2, das nicht auf diesem Rechner ist</translation>
    </message>
    <message>
        <source>Install the package %1</source>
        <translation>Das Paket %1 installieren</translation>
    </message>
    <message>
        <source>%1 is signed for Microsoft&apos;s certificate of 2011 only. PCs that hold just the one of 2023 refuse it</source>
        <translation>%1 ist nur für Microsofts Zertifikat von 2011 signiert. PCs, die nur das von 2023 haben, lehnen ihn ab</translation>
    </message>
    <message>
        <source>there is no signed loader for %1; switch Secure Boot off on such PCs</source>
        <translation>für %1 gibt es keinen signierten Lader; Secure Boot auf solchen PCs ausschalten</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>The ports were not opened, because that was cancelled</source>
        <translation>Die Ports wurden nicht geöffnet, weil das abgebrochen wurde</translation>
    </message>
    <message>
        <source>The helper %1 gave an answer that makes no sense; install Benchboot again</source>
        <translation>Das Hilfsprogramm %1 gab eine sinnlose Antwort; Benchboot neu installieren</translation>
    </message>
    <message>
        <source>Talking to the helper that opens the ports</source>
        <translation>Das Gespräch mit dem Hilfsprogramm, das die Ports öffnet</translation>
    </message>
    <message>
        <source>this program was started in a way that rules out every right; start it otherwise</source>
        <translation>dieses Programm wurde so gestartet, dass es keine Rechte bekommen kann; anders starten</translation>
    </message>
    <message>
        <source>install the package pkexec (sudo apt install pkexec), or give the helper the right (sudo setcap cap_net_bind_service=ep %1)</source>
        <translation>das Paket pkexec installieren (sudo apt install pkexec) oder dem Hilfsprogramm das Recht geben (sudo setcap cap_net_bind_service=ep %1)</translation>
    </message>
    <message>
        <source>no password was accepted, or no program of this desktop asks for it (a polkit agent). Press Start to be asked again, or give the helper the right (sudo setcap cap_net_bind_service=ep %1)</source>
        <translation>es wurde kein Passwort angenommen, oder kein Programm dieser Arbeitsumgebung fragt danach (ein Polkit-Agent). „Starten“ drücken, um erneut gefragt zu werden, oder dem Hilfsprogramm das Recht geben (sudo setcap cap_net_bind_service=ep %1)</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message>
        <source>Opening a port for a TFTP transfer</source>
        <translation>Öffnen eines Ports für eine TFTP-Übertragung</translation>
    </message>
    <message>
        <source>Sending to %1:%2</source>
        <translation>Senden an %1:%2</translation>
    </message>
    <message>
        <source>Receiving sockets</source>
        <translation>Empfangen von Sockets</translation>
    </message>
    <message>
        <source>The message with the sockets holds something else</source>
        <translation>Die Nachricht mit den Sockets enthält etwas anderes</translation>
    </message>
    <message>
        <source>The socket name %1 is too long</source>
        <translation>Der Name %1 ist für einen Socket zu lang</translation>
    </message>
    <message>
        <source>Asking for the ports below 1024 through %1</source>
        <translation>Die Bitte um die Ports unter 1024 über %1</translation>
    </message>
    <message>
        <source>No boot loader is on this computer, so no PC could start. Install the package ipxe (sudo apt install ipxe)</source>
        <translation>Auf diesem Rechner ist kein Bootlader, also könnte kein PC starten. Das Paket ipxe installieren (sudo apt install ipxe)</translation>
    </message>
    <message>
        <source>“%1” is not an IPv4 address such as 172.16.0.5</source>
        <translation>„%1“ ist keine IPv4-Adresse wie 172.16.0.5</translation>
    </message>
    <message>
        <source>“%1” is not a subnet such as 172.16.0.0/16</source>
        <translation>„%1“ ist kein Subnetz wie 172.16.0.0/16</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>%1 is changing what is known of the PCs; try again when it is done</source>
        <translation>%1 ändert gerade, was von den PCs bekannt ist; erneut versuchen, wenn es fertig ist</translation>
    </message>
    <message>
        <source>Another program is changing what is known of the PCs; try again when it is done</source>
        <translation>Ein anderes Programm ändert gerade, was von den PCs bekannt ist; erneut versuchen, wenn es fertig ist</translation>
    </message>
</context>
<context>
    <name>Benchboot::DropOverlay</name>
    <message>
        <source>Copying takes up to %1 of %2 free.</source>
        <translation>Das Kopieren braucht bis zu %1 von %2, die frei sind.</translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %n image(s)</source>
        <translation>
            <numerusform>Ablegen, um %n Abbild zu importieren</numerusform>
            <numerusform>Ablegen, um %n Abbilder zu importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Copy the needed files</source>
        <translation>Die nötigen Dateien kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Drop</source>
        <translation>Strg+Umschalt+Ablegen</translation>
    </message>
    <message>
        <source>Leave them in place (link)</source>
        <translation>An ihrem Ort lassen (verknüpfen)</translation>
    </message>
</context>
<context>
    <name>Benchboot::ExtentDevice</name>
    <message>
        <source>The image ends too early</source>
        <translation>Das Abbild endet zu früh</translation>
    </message>
</context>
<context>
    <name>Benchboot::FilterRow</name>
    <message>
        <source>Clear Fi&amp;lter</source>
        <translation>Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Follow &amp;newest</source>
        <translation>&amp;Neuesten Einträgen folgen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>All PCs</source>
        <translation>Alle PCs</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Delivered and answered</source>
        <translation>Ausgeliefert und beantwortet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <extracomment>How many rows of the log are shown; %1 of %n</extracomment>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln event(s)</source>
        <translation>
            <numerusform>%1 von %Ln Ereignis</numerusform>
            <numerusform>%1 von %Ln Ereignissen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::ImageDetail</name>
    <message>
        <source>Choose an image to see what is in it.</source>
        <translation>Ein Abbild wählen, um seinen Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>Boot Options</source>
        <translation>Startoptionen</translation>
    </message>
    <message>
        <source>Changes apply to the next PC that boots.</source>
        <translation>Änderungen gelten ab dem nächsten PC, der startet.</translation>
    </message>
    <message>
        <source>Boots on:</source>
        <translation>Startet auf:</translation>
    </message>
    <message>
        <source>Needs:</source>
        <translation>Braucht:</translation>
    </message>
    <message>
        <source>Files:</source>
        <translation>Dateien:</translation>
    </message>
    <message>
        <source>Label:</source>
        <translation>Bezeichnung:</translation>
    </message>
    <message>
        <source>In the menu:</source>
        <translation>Im Menü:</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Aus:</translation>
    </message>
    <message>
        <source>Check of the files</source>
        <translation>Prüfung der Dateien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Checking:</source>
        <translation>Prüfung:</translation>
    </message>
    <message>
        <source>Recognised by its files</source>
        <translation>An seinen Dateien erkannt</translation>
    </message>
    <message>
        <source>Not a known system</source>
        <translation>Kein bekanntes System</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How many files and how large, &quot;6 files, 1.1 GB&quot;
----------
Files of an image, and what the check said: &quot;6 files, 1.1 GB, whole at 13:57&quot;
----------
Name of the image file, and when it was imported</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, starts by itself</source>
        <translation>Ja, startet von selbst</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 cannot boot: its image file is not found. Connect its drive, or import it again.</source>
        <translation>%1 kann nicht starten: Die Abbilddatei wurde nicht gefunden. Das Laufwerk anschließen oder das Abbild erneut importieren.</translation>
    </message>
    <message>
        <source>Verifying:</source>
        <translation>Überprüfung:</translation>
    </message>
    <message>
        <source>%1 cannot boot: its image file has changed since it was linked. Import it again.</source>
        <translation>%1 kann nicht starten: Die Abbilddatei wurde seit dem Verknüpfen geändert. Das Abbild erneut importieren.</translation>
    </message>
    <message>
        <source>%1 cannot boot: its loader, wimboot, is not on this computer. Get it from github.com/ipxe/wimboot/releases, then import it.</source>
        <translation>%1 kann nicht starten: Der Lader wimboot ist nicht auf diesem Rechner. Von github.com/ipxe/wimboot/releases herunterladen, dann importieren.</translation>
    </message>
    <message>
        <source>Show Loaders</source>
        <translation>Lader anzeigen</translation>
    </message>
    <message>
        <source>Edition:</source>
        <translation>Ausgabe:</translation>
    </message>
    <message>
        <source>Made for:</source>
        <translation>Gemacht für:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImagesModel</name>
    <message>
        <source>Extracted</source>
        <translation>Entpackt</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Checking, %1 %</source>
        <translation>Prüfung, %1 %</translation>
    </message>
    <message>
        <source>Files are damaged</source>
        <translation>Dateien sind beschädigt</translation>
    </message>
    <message>
        <source>Image file not found</source>
        <translation>Abbilddatei nicht gefunden</translation>
    </message>
    <message>
        <source>%1, boots on %2, %3, %4, %5</source>
        <extracomment>Read aloud: name, kinds of PCs, size, Extracted or Linked, file or what is wrong</extracomment>
        <translation>%1, startet auf: %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>Verifying, %1 %</source>
        <extracomment>Shown in place of an image file&apos;s name; &quot;Verifying&quot; is what goes on by itself after an image was linked</extracomment>
        <translation>Wird überprüft, %1 %</translation>
    </message>
    <message>
        <source>Image file has changed</source>
        <translation>Abbilddatei wurde geändert</translation>
    </message>
    <message>
        <source>Loader is missing</source>
        <translation>Lader fehlt</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImagesPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Compare the files with the checksums taken at import</source>
        <translation>Die Dateien mit den Prüfsummen vom Importieren vergleichen</translation>
    </message>
    <message>
        <source>Add to Menu</source>
        <translation>Zum Menü hinzufügen</translation>
    </message>
    <message>
        <source>Show Files</source>
        <translation>Dateien anzeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the image out of the library; Undo brings it back</source>
        <translation>Das Abbild aus der Bibliothek nehmen; „Rückgängig“ holt es zurück</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Abbilder</translation>
    </message>
    <message>
        <source>Drop ISO or IMG files anywhere in this window.</source>
        <translation>ISO- oder IMG-Dateien irgendwo in diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Import Image…</source>
        <translation>Abbild importieren …</translation>
    </message>
    <message>
        <source>No image matches “%1”</source>
        <translation>Kein Abbild passt zu „%1“</translation>
    </message>
    <message>
        <source>Search looks at names, versions and files.</source>
        <translation>Gesucht wird in Namen, Versionen und Dateien.</translation>
    </message>
    <message>
        <source>Clear Search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
    <message>
        <source>%1 was removed. Its files are kept until Benchboot is closed.</source>
        <translation>%1 wurde entfernt. Die Dateien bleiben, bis Benchboot geschlossen wird.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 took over the menu entry and options of %2, whose files are kept until Benchboot is closed.</source>
        <translation>%1 hat Menüeintrag und Optionen von %2 übernommen, dessen Dateien bis zum Schließen von Benchboot erhalten bleiben.</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImportDelegate</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel the import of %1</source>
        <translation>Importieren von %1 abbrechen</translation>
    </message>
    <message>
        <source>Import %1 again</source>
        <translation>%1 erneut importieren</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImportModel</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Abbild</numerusform>
            <numerusform>%n Abbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How many images are imported, and how long that takes: &quot;2 images, 5 s left&quot;
----------
Done of the whole, and the rate: &quot;1.9 of 4.1 GB, 412 MB/s&quot;
----------
Read aloud: name of an image that is imported, and what happens with it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: waiting</source>
        <translation>%1: wartet</translation>
    </message>
    <message>
        <source>%1: recognising the system</source>
        <translation>%1: System wird erkannt</translation>
    </message>
    <message>
        <source>%1: unpacking</source>
        <translation>%1: wird entpackt</translation>
    </message>
    <message>
        <source>%1: checking %2</source>
        <translation>%1: %2 wird geprüft</translation>
    </message>
    <message>
        <source>%1: copying %2</source>
        <translation>%1: %2 wird kopiert</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>%1: waiting for an answer</source>
        <translation>%1: wartet auf eine Antwort</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImportPanel</name>
    <message>
        <source>Cancel Import</source>
        <translation>Importieren abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Not Imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>Remove From List</source>
        <translation>Von der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>Benchboot::ImportQuestions</name>
    <message>
        <source>%1 is in the lab already.</source>
        <translation>%1 ist schon im Labor.</translation>
    </message>
    <message>
        <source>%1 is a newer version of %2.</source>
        <translation>%1 ist eine neuere Version von %2.</translation>
    </message>
    <message>
        <source>If it replaces %1, it takes over that menu entry and its options, and %1 is removed. Undo brings it back.</source>
        <translation>Wenn es %1 ersetzt, übernimmt es dessen Menüeintrag und Optionen, und %1 wird entfernt. Rückgängig machen bringt es zurück.</translation>
    </message>
    <message>
        <source>It was imported on %1 (%2). If it is replaced, its menu entry and options stay as they are.</source>
        <translation>Es wurde am %1 importiert (%2). Wenn es ersetzt wird, bleiben Menüeintrag und Optionen, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep Both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>&amp;Cancel Import</source>
        <translation>&amp;Import abbrechen</translation>
    </message>
    <message>
        <source>Do the same with the &amp;other images of the list</source>
        <translation>Ebenso bei den &amp;anderen Abbildern der Liste</translation>
    </message>
</context>
<context>
    <name>Benchboot::KnownPcsDialog</name>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Boot server (4011)</source>
        <translation>Bootserver (4011)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Boots with it</source>
        <translation>Startet damit</translation>
    </message>
    <message>
        <source>To be tried next</source>
        <translation>Als Nächstes zu versuchen</translation>
    </message>
    <message>
        <source>Known PCs</source>
        <translation>Bekannte PCs</translation>
    </message>
    <message>
        <source>Known PCs and what they boot from</source>
        <translation>Bekannte PCs und womit sie starten</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Loader</source>
        <translation>Lader</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Festlegen</translation>
    </message>
    <message>
        <source>Give this PC one form of offer or one loader, whatever was learnt</source>
        <translation>Diesem PC eine Form des Angebots oder einen Lader geben, was auch immer gelernt wurde</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Forget what was learnt of this PC, and what is pinned</source>
        <translation>Vergessen, was von diesem PC gelernt wurde und was festgelegt ist</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Festgelegt</translation>
    </message>
    <message>
        <source>No PC has booted from this lab yet</source>
        <translation>Noch kein PC hat von diesem Labor gestartet</translation>
    </message>
    <message>
        <source>Offer: %1</source>
        <translation>Angebot: %1</translation>
    </message>
    <message>
        <source>Loader: %1</source>
        <translation>Lader: %1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1, UNDI %2.%3</source>
        <translation>%1, UNDI %2.%3</translation>
    </message>
    <message>
        <source>%1, iPXE</source>
        <translation>%1, iPXE</translation>
    </message>
</context>
<context>
    <name>Benchboot::LabEditor</name>
    <message>
        <source>Change Default Entry</source>
        <translation>Ändern des Standardeintrags</translation>
    </message>
    <message>
        <source>Change Time-out</source>
        <translation>Ändern der Wartezeit</translation>
    </message>
    <message>
        <source>Change Headline</source>
        <translation>Ändern der Überschrift</translation>
    </message>
    <message>
        <source>Change Setting</source>
        <translation>Ändern der Einstellung</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>Umbenennen von „%1“</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>Verschieben von „%1“</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Entfernen von „%1“</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>Hinzufügen von „%1“</translation>
    </message>
    <message>
        <source>Change Options of “%1”</source>
        <translation>Ändern der Optionen von „%1“</translation>
    </message>
    <message>
        <source>Replace “%1”</source>
        <translation>Ersetzen von „%1“</translation>
    </message>
</context>
<context>
    <name>Benchboot::LibraryHead</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Order of the library</source>
        <translation>Reihenfolge der Bibliothek</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Nach Name sortieren</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How many images there are, and their size: &quot;6 images, 3.4 GB&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Abbild</numerusform>
            <numerusform>%n Abbilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::LoadersWidget</name>
    <message>
        <source>The loader %1 could not be copied to %2.</source>
        <translation>Der Lader %1 konnte nicht nach %2 kopiert werden.</translation>
    </message>
    <message>
        <source>Loaders by kind of PC</source>
        <translation>Lader nach Art des PCs</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kind of PC</source>
        <translation>Art des PCs</translation>
    </message>
    <message>
        <source>Loader</source>
        <translation>Lader</translation>
    </message>
    <message>
        <source>Comes From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Loader for %1</source>
        <translation>Lader für %1</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a Loader for %1</source>
        <translation>Lader für %1 wählen</translation>
    </message>
    <message>
        <source>Boot loaders and iPXE&apos;s release (*.efi *.kpxe *.kkpxe *.pxe *.0 *.tar.gz);;All files (*)</source>
        <translation>Bootlader und iPXEs Ausgabe (*.efi *.kpxe *.kkpxe *.pxe *.0 *.tar.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is no boot loader. Choose another file.</source>
        <translation>%1 ist kein Bootlader. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is a loader for %2, so %3 PCs cannot start it. Choose another file.</source>
        <translation>%1 ist ein Lader für %2, daher können PCs der Art %3 ihn nicht starten. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (fehlt)</translation>
    </message>
    <message>
        <source>Chosen file</source>
        <translation>Gewählte Datei</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Loaders folder</source>
        <translation>Ordner der Lader</translation>
    </message>
    <message>
        <source>No boot loader is on this computer, so no PC can start. Install the package ipxe, or choose files.</source>
        <translation>Auf diesem Rechner ist kein Bootlader vorhanden, daher kann kein PC starten. Das Paket ipxe installieren oder Dateien wählen.</translation>
    </message>
    <message>
        <source>There is no loader for %1, so such PCs get no answer. Choose a file, or go on without.</source>
        <translation>Für %1 ist kein Lader vorhanden, daher erhalten solche PCs keine Antwort. Eine Datei wählen oder ohne fortfahren.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Choose &amp;File…</source>
        <translation>Datei wäh&amp;len …</translation>
    </message>
    <message>
        <source>Not signed for Secure Boot</source>
        <translation>Nicht für Secure Boot signiert</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Signiert von %1</translation>
    </message>
    <message>
        <source>Debian package %1</source>
        <translation>Debian-Paket %1</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>Importiert aus %1</translation>
    </message>
    <message>
        <source>GRUB takes its menu from the server that the router&apos;s DHCP names. If PCs stop at GRUB&apos;s prompt, set this computer as “next server” there.</source>
        <translation>GRUB holt sein Menü von dem Server, den das DHCP des Routers nennt. Wenn PCs bei der Eingabeaufforderung von GRUB stehen bleiben, dort diesen Computer als „next server“ eintragen.</translation>
    </message>
    <message>
        <source>%1 was not taken: %2</source>
        <translation>%1 wurde nicht übernommen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n loader(s) of %1 can be chosen now.</source>
        <translation>
            <numerusform>%n Lader aus %1 lässt sich jetzt wählen.</numerusform>
            <numerusform>%n Lader aus %1 lassen sich jetzt wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the Loader %1</source>
        <translation>Lader %1 wählen</translation>
    </message>
    <message>
        <source>%1 (%1*);;All files (*)</source>
        <translation>%1 (%1*);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Benchboot::LocaleWidget</name>
    <message>
        <source>English (US)</source>
        <translation>Englisch (USA)</translation>
    </message>
    <message>
        <source>English (UK)</source>
        <translation>Englisch (Großbritannien)</translation>
    </message>
    <message>
        <source>Belgian</source>
        <translation>Belgisch</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>Portugiesisch (Brasilien)</translation>
    </message>
    <message>
        <source>French (Canada)</source>
        <translation>Französisch (Kanada)</translation>
    </message>
    <message>
        <source>Swiss</source>
        <translation>Schweizerisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>The system’s own</source>
        <translation>Wie im System vorgegeben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Keyboard:</source>
        <translation>&amp;Tastatur:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>S&amp;prache:</translation>
    </message>
    <message>
        <source>An image can have other ones: choose them in its boot options.</source>
        <translation>Ein Abbild kann andere haben: in seinen Startoptionen wählen.</translation>
    </message>
    <message>
        <source>Keyboard:</source>
        <translation>Tastatur:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
</context>
<context>
    <name>Benchboot::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>Benchboot::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Ser&amp;vices</source>
        <translation>Dien&amp;ste</translation>
    </message>
    <message>
        <source>Choose &amp;Network Card…</source>
        <translation>Netzwerk&amp;karte wählen …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>Run Set-Up &amp;Wizard…</source>
        <translation>Einrichtungs&amp;assistenten starten …</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Show &amp;Tool Bar</source>
        <translation>&amp;Werkzeugleiste anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;Status Bar</source>
        <translation>&amp;Statusleiste anzeigen</translation>
    </message>
    <message>
        <source>&amp;Configure Benchboot…</source>
        <translation>Benchboot &amp;einrichten …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Benchboot</source>
        <translation>Ü&amp;ber Benchboot</translation>
    </message>
    <message>
        <source>About Benchboot</source>
        <translation>Über Benchboot</translation>
    </message>
    <message>
        <source>Benchboot %1

Network-boots the PCs on a repair bench from images of rescue systems.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Benchboot %1

Startet die PCs auf einer Werkbank über das Netzwerk aus Abbildern von Rettungssystemen.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;Import Image…</source>
        <translation>Abbild &amp;importieren …</translation>
    </message>
    <message>
        <source>Take what network boot needs from an image file</source>
        <translation>Einer Abbilddatei entnehmen, was der Start über das Netzwerk braucht</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Abbilder</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 — Benchboot</source>
        <translation>%1 — Benchboot</translation>
    </message>
    <message>
        <source>Import Images</source>
        <translation>Abbilder importieren</translation>
    </message>
    <message>
        <source>Images (*.iso *.img *.bin *.zip *.7z *.rar *.cab *.tar *.tgz *.gz *.bz2 *.xz *.zst)</source>
        <translation>Abbilder (*.iso *.img *.bin *.zip *.7z *.rar *.cab *.tar *.tgz *.gz *.bz2 *.xz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Check This &amp;Computer</source>
        <translation>Diesen Rechner &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Known PCs</source>
        <translation>&amp;Bekannte PCs</translation>
    </message>
</context>
<context>
    <name>Benchboot::MenuDefaultsWidget</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>The menu waits</source>
        <translation>Das Menü wartet</translation>
    </message>
    <message>
        <source>The screen; a serial line is written like ttyS0,115200</source>
        <translation>Der Bildschirm; eine serielle Leitung in der Form ttyS0,115200</translation>
    </message>
    <message>
        <source>Headline of the menu:</source>
        <translation>Überschrift des Menüs:</translation>
    </message>
    <message>
        <source>Time-out:</source>
        <translation>Wartezeit:</translation>
    </message>
    <message>
        <source>Default entry:</source>
        <translation>Standardeintrag:</translation>
    </message>
    <message>
        <source>Kernel console:</source>
        <translation>Konsole des Kernels:</translation>
    </message>
    <message>
        <source>The first image</source>
        <translation>Das erste Abbild</translation>
    </message>
    <message>
        <source>%1 (not in the menu)</source>
        <translation>%1 (nicht im Menü)</translation>
    </message>
</context>
<context>
    <name>Benchboot::MenuDelegate</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>Benchboot::MenuModel</name>
    <message>
        <source>%1, default entry, boots on: %2</source>
        <extracomment>Read aloud: title of a menu entry, and on which PCs it boots</extracomment>
        <translation>%1, Standardeintrag, startet auf: %2</translation>
    </message>
    <message>
        <source>%1, boots on: %2</source>
        <translation>%1, startet auf: %2</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Boots On</source>
        <translation>Startet auf</translation>
    </message>
</context>
<context>
    <name>Benchboot::MenuPage</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Add Entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Make Default</source>
        <translation>Als Standard festlegen</translation>
    </message>
    <message>
        <source>Start this entry by itself when the time-out is over</source>
        <translation>Diesen Eintrag nach Ablauf der Wartezeit von selbst starten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the entry out of the menu; the image stays in the library</source>
        <translation>Den Eintrag aus dem Menü nehmen; das Abbild bleibt in der Bibliothek</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Entries of the menu</source>
        <translation>Einträge des Menüs</translation>
    </message>
    <message>
        <source>The menu is empty</source>
        <translation>Das Menü ist leer</translation>
    </message>
    <message>
        <source>Each imported image adds an entry. You can also add one by hand.</source>
        <translation>Jedes importierte Abbild fügt einen Eintrag hinzu. Einträge lassen sich auch von Hand hinzufügen.</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Unit of the time-out: seconds</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>None, the menu waits</source>
        <translation>Keine, das Menü wartet</translation>
    </message>
    <message>
        <source>Seconds until the default entry starts by itself</source>
        <translation>Sekunden, bis der Standardeintrag von selbst startet</translation>
    </message>
    <message>
        <source>Head&amp;line:</source>
        <translation>Überschr&amp;ift:</translation>
    </message>
    <message>
        <source>&amp;Time-out:</source>
        <translation>&amp;Wartezeit:</translation>
    </message>
    <message>
        <source>Add an image or a standard entry</source>
        <translation>Ein Abbild oder einen Standardeintrag hinzufügen</translation>
    </message>
    <message>
        <source>Every image and every standard entry is in the menu</source>
        <translation>Alle Abbilder und alle Standardeinträge sind im Menü</translation>
    </message>
</context>
<context>
    <name>Benchboot::MenuPreview</name>
    <message>
        <source>Client Screen</source>
        <translation>Bildschirm des PCs</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>S&amp;how as:</source>
        <translation>Anzeigen a&amp;ls:</translation>
    </message>
    <message>
        <source>&amp;Copy Script</source>
        <translation>Skript &amp;kopieren</translation>
    </message>
    <message>
        <source>Script of the menu</source>
        <translation>Skript des Menüs</translation>
    </message>
    <message>
        <source>as this PC receives it: GET /menu.ipxe, %1</source>
        <translation>wie dieser PC es erhält: GET /menu.ipxe, %1</translation>
    </message>
</context>
<context>
    <name>Benchboot::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Benchboot::NetworkWidget</name>
    <message>
        <source>%1 (Ethernet)</source>
        <translation>%1 (Ethernet)</translation>
    </message>
    <message>
        <source>%1 (Wi-Fi)</source>
        <translation>%1 (WLAN)</translation>
    </message>
    <message>
        <source>%1 (virtual)</source>
        <translation>%1 (virtuell)</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>%1 Mb/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1 Gbit/s</translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>Network Card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Subnet that is served:</source>
        <translation>Versorgtes Sub&amp;netz:</translation>
    </message>
    <message>
        <source>Network card:</source>
        <translation>Netzwerkkarte:</translation>
    </message>
    <message>
        <source>%1, address %2</source>
        <translation>%1, Adresse %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Subnet:</source>
        <translation>Subnetz:</translation>
    </message>
    <message>
        <source>The card’s own</source>
        <translation>Das der Karte</translation>
    </message>
    <message>
        <source>This computer has no network card. Connect one.</source>
        <translation>Dieser Rechner hat keine Netzwerkkarte. Eine anschließen.</translation>
    </message>
    <message>
        <source>The network card %1 is not there. Connect it, or choose another one.</source>
        <translation>Die Netzwerkkarte %1 ist nicht vorhanden. Sie anschließen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>%1 has no IPv4 address. Check the cable to the router, or choose another card.</source>
        <translation>%1 hat keine IPv4-Adresse. Das Kabel zum Router prüfen oder eine andere Karte wählen.</translation>
    </message>
    <message>
        <source>This is no subnet. It is written like 172.16.0.0/16.</source>
        <translation>Dies ist kein Subnetz. Die Schreibweise ist 172.16.0.0/16.</translation>
    </message>
    <message>
        <source>%1 has no address in this subnet, so no PC there would be served. The card’s own subnet is %2.</source>
        <translation>%1 hat keine Adresse in diesem Subnetz, daher würde dort kein PC versorgt. Das Subnetz der Karte ist %2.</translation>
    </message>
</context>
<context>
    <name>Benchboot::OptionsForm</name>
    <message>
        <source>Keyboard:</source>
        <translation>Tastatur:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Console:</source>
        <translation>Konsole:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumente:</translation>
    </message>
    <message>
        <source>Kernel:</source>
        <translation>Kernel:</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <extracomment>The value an option has when nothing is chosen; &quot;Unchanged&quot; leaves it to the image</extracomment>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Default (%1)</source>
        <translation>Standard (%1)</translation>
    </message>
    <message>
        <source>Basic graphics:</source>
        <translation>Einfache Grafik:</translation>
    </message>
    <message>
        <source>Copy to RAM:</source>
        <translation>In den Speicher kopieren:</translation>
    </message>
    <message>
        <source>Install from:</source>
        <translation>Installieren von:</translation>
    </message>
</context>
<context>
    <name>Benchboot::PortsWidget</name>
    <message>
        <source>ProxyDHCP</source>
        <translation>ProxyDHCP</translation>
    </message>
    <message>
        <source>TFTP</source>
        <translation>TFTP</translation>
    </message>
    <message>
        <source>Boot server</source>
        <translation>Boot-Server</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>&amp;HTTP port:</source>
        <translation>HTTP-P&amp;ort:</translation>
    </message>
    <message>
        <source>HTTP port:</source>
        <translation>HTTP-Port:</translation>
    </message>
    <message>
        <source>Ports:</source>
        <translation>Ports:</translation>
    </message>
    <message>
        <source>All can be opened</source>
        <translation>Alle lassen sich öffnen</translation>
    </message>
    <message>
        <source>Still to be settled: %1</source>
        <translation>Noch zu klären: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>In use by Benchboot, which is running</source>
        <translation>Benutzt von Benchboot, das läuft</translation>
    </message>
    <message>
        <source>In use by a program of another user</source>
        <translation>Benutzt von einem Programm eines anderen Benutzers</translation>
    </message>
    <message>
        <source>In use by %1</source>
        <translation>Benutzt von %1</translation>
    </message>
    <message>
        <source>Not allowed yet</source>
        <translation>Noch nicht erlaubt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Waiting for the answer to the question for your password.</source>
        <translation>Warten auf die Antwort auf die Frage nach dem Passwort.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>%1 is in use by %2. Stop that program, then try again.</source>
        <translation>%1 wird von %2 benutzt. Das Programm beenden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>&amp;Allow…</source>
        <translation>Erla&amp;uben …</translation>
    </message>
    <message>
        <source>Benchboot may not open ports below 1024. Allow it once; you will be asked for your password.</source>
        <translation>Benchboot darf Ports unter 1024 nicht öffnen. Dies einmal erlauben; dabei wird nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>&amp;Skip for Now</source>
        <translation>Vorerst überspr&amp;ingen</translation>
    </message>
</context>
<context>
    <name>Benchboot::Rail</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>Benchboot::ServiceActions</name>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Start ProxyDHCP, TFTP and HTTP</source>
        <translation>ProxyDHCP, TFTP und HTTP starten</translation>
    </message>
    <message>
        <source>Stop ProxyDHCP, TFTP and HTTP</source>
        <translation>ProxyDHCP, TFTP und HTTP anhalten</translation>
    </message>
</context>
<context>
    <name>Benchboot::ServiceController</name>
    <message>
        <source>No network card of this computer has an IPv4 address. Connect it to the router of the bench.</source>
        <translation>Keine Netzwerkkarte dieses Rechners hat eine IPv4-Adresse. Den Rechner mit dem Router der Werkbank verbinden.</translation>
    </message>
</context>
<context>
    <name>Benchboot::ServiceRow</name>
    <message>
        <source>ProxyDHCP</source>
        <translation>ProxyDHCP</translation>
    </message>
    <message>
        <source>TFTP</source>
        <translation>TFTP</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>UDP %1, %2</source>
        <translation>UDP %1, %2</translation>
    </message>
    <message>
        <source>UDP %1</source>
        <translation>UDP %1</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Listening, no PC yet</source>
        <translation>Lauscht, noch kein PC</translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n Angebot</numerusform>
            <numerusform>%n Angebote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boot-server answer(s)</source>
        <translation>
            <numerusform>%n Antwort als Boot-Server</numerusform>
            <numerusform>%n Antworten als Boot-Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not answered</source>
        <translation>
            <numerusform>%n nicht beantwortet</numerusform>
            <numerusform>%n nicht beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing delivered yet</source>
        <translation>Noch nichts ausgeliefert</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) delivered</source>
        <translation>
            <numerusform>%n Datei ausgeliefert</numerusform>
            <numerusform>%n Dateien ausgeliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) ready</source>
        <translation>
            <numerusform>%n Abbild bereit</numerusform>
            <numerusform>%n Abbilder bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s), %1</source>
        <translation>
            <numerusform>%n Übertragung, %1</numerusform>
            <numerusform>%n Übertragungen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Its port is taken</source>
        <translation>Port ist belegt</translation>
    </message>
    <message>
        <source>Its port is not allowed</source>
        <translation>Port ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Could not start</source>
        <translation>Konnte nicht starten</translation>
    </message>
    <message>
        <source>The services were not started: the permission was not given.</source>
        <translation>Die Dienste wurden nicht gestartet: Die Erlaubnis wurde nicht erteilt.</translation>
    </message>
    <message>
        <source>Allow…</source>
        <translation>Erlauben …</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>Benchboot::SettingsPage</name>
    <message>
        <source>Run Set-Up &amp;Wizard…</source>
        <translation>Einrichtungs&amp;assistenten starten …</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Ports and Rights</source>
        <translation>Ports und Rechte</translation>
    </message>
    <message>
        <source>Loaders</source>
        <translation>Lader</translation>
    </message>
    <message>
        <source>Web Root</source>
        <translation>Web-Verzeichnis</translation>
    </message>
    <message>
        <source>Menu Defaults</source>
        <translation>Vorgaben für das Menü</translation>
    </message>
    <message>
        <source>Keyboard and Language</source>
        <translation>Tastatur und Sprache</translation>
    </message>
    <message>
        <source>No setting matches “%1”</source>
        <translation>Keine Einstellung passt zu „%1“</translation>
    </message>
    <message>
        <source>Search looks at the names of settings and sections.</source>
        <translation>Gesucht wird in den Namen von Einstellungen und Abschnitten.</translation>
    </message>
    <message>
        <source>Clear Search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Benchboot::SetupWizard</name>
    <message>
        <source>Set Up Benchboot</source>
        <translation>Benchboot einrichten</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Choose the card that the PCs are connected to.</source>
        <translation>Die Karte wählen, mit der die PCs verbunden sind.</translation>
    </message>
    <message>
        <source>Architectures and Loaders</source>
        <translation>Architekturen und Lader</translation>
    </message>
    <message>
        <source>Every PC says what kind it is when it asks. The loaders filled in suit most benches.</source>
        <translation>Jeder PC nennt seine Art, wenn er fragt. Die eingetragenen Lader passen für die meisten Werkbänke.</translation>
    </message>
    <message>
        <source>Web Root and Space</source>
        <translation>Web-Verzeichnis und Speicherplatz</translation>
    </message>
    <message>
        <source>Imported files are kept in this folder.</source>
        <translation>Importierte Dateien liegen in diesem Ordner.</translation>
    </message>
    <message>
        <source>Ports and Rights</source>
        <translation>Ports und Rechte</translation>
    </message>
    <message>
        <source>Each port is tried now; nothing is sent.</source>
        <translation>Jeder Port wird jetzt ausprobiert; gesendet wird nichts.</translation>
    </message>
    <message>
        <source>Keyboard and Language</source>
        <translation>Tastatur und Sprache</translation>
    </message>
    <message>
        <source>Rescue systems start with these.</source>
        <translation>Rettungssysteme starten damit.</translation>
    </message>
</context>
<context>
    <name>Benchboot::SpaceWidget</name>
    <message>
        <source>Folder of the web root</source>
        <translation>Ordner des Web-Verzeichnisses</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>Free space:</source>
        <translation>Freier Platz:</translation>
    </message>
    <message>
        <source>Web root:</source>
        <translation>Web-Verzeichnis:</translation>
    </message>
    <message>
        <source>%1 free, too little for a rescue image</source>
        <translation>%1 frei, zu wenig für ein Rettungsabbild</translation>
    </message>
    <message numerus="yes">
        <source>%1 free, enough for about %n rescue image(s)</source>
        <translation>
            <numerusform>%1 frei, genug für etwa %n Rettungsabbild</numerusform>
            <numerusform>%1 frei, genug für etwa %n Rettungsabbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be written. Give this user the right to, or start with another lab.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden. Diesem Benutzer das Recht dazu geben oder mit einem anderen Labor starten.</translation>
    </message>
    <message>
        <source>There is little room for images. Free some space, or leave images where they are when you import them.</source>
        <translation>Für Abbilder ist wenig Platz. Platz schaffen oder Abbilder beim Importieren an ihrem Ort lassen.</translation>
    </message>
</context>
<context>
    <name>Benchboot::StageTrack</name>
    <message>
        <source>Stage %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>Stage %1, %2 percent</source>
        <translation>Abschnitt %1, %2 Prozent</translation>
    </message>
</context>
<context>
    <name>Benchboot::StatusLine</name>
    <message numerus="yes">
        <source>%n PC(s) need attention</source>
        <translation>
            <numerusform>%n PC braucht Aufmerksamkeit</numerusform>
            <numerusform>%n PCs brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 out</source>
        <extracomment>How fast data goes to the PCs: &quot;61.2 MB/s out&quot;</extracomment>
        <translation>%1 gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n image(s)</source>
        <translation>
            <numerusform>%n Abbild wird importiert</numerusform>
            <numerusform>%n Abbilder werden importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>Benchboot::SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>These choices can be changed later under Settings.</source>
        <translation>Diese Auswahl lässt sich später unter „Einstellungen“ ändern.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>&amp;Stop the services and start them with these choices</source>
        <translation>&amp;Dienste anhalten und mit dieser Auswahl starten</translation>
    </message>
    <message>
        <source>&amp;Start the services now</source>
        <translation>&amp;Dienste jetzt starten</translation>
    </message>
</context>
<context>
    <name>Benchboot::Verification</name>
    <message>
        <source>whole at %1</source>
        <translation>unversehrt um %1</translation>
    </message>
</context>
<context>
    <name>Benchboot::WindowCounts</name>
    <message>
        <source>Waiting for %1</source>
        <extracomment>Shown while a network card is unplugged</extracomment>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>Läuft auf %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>The services could not start</source>
        <translation>Die Dienste konnten nicht starten</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s)</source>
        <translation>
            <numerusform>%n PC</numerusform>
            <numerusform>%n PCs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation>
            <numerusform>%n Import</numerusform>
            <numerusform>%n Importe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::WizardSteps</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht noch aus</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>BootProgress</name>
    <message>
        <source>This PC was not answered: %1.</source>
        <translation>Dieser PC erhielt keine Antwort: %1.</translation>
    </message>
    <message>
        <source>This PC asked for %1, which is not there.</source>
        <translation>Dieser PC fragte nach %1, das nicht vorhanden ist.</translation>
    </message>
    <message>
        <source>This PC was refused %1: %2.</source>
        <translation>Diesem PC wurde %1 verweigert: %2.</translation>
    </message>
    <message>
        <source>The transfer of %1 broke off: %2.</source>
        <translation>Die Übertragung von %1 brach ab: %2.</translation>
    </message>
    <message>
        <source>%1 could not be sent: %2.</source>
        <translation>%1 konnte nicht gesendet werden: %2.</translation>
    </message>
</context>
<context>
    <name>ClientText</name>
    <message>
        <source>Unknown PC</source>
        <translation>Unbekannter PC</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>stage of a boot</comment>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Loader</source>
        <comment>stage of a boot</comment>
        <translation>Lader</translation>
    </message>
    <message>
        <source>iPXE</source>
        <comment>stage of a boot</comment>
        <translation>iPXE</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>stage of a boot</comment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Kernel</source>
        <comment>stage of a boot</comment>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initrd</source>
        <comment>stage of a boot</comment>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>System</source>
        <comment>stage of a boot</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>stage of a boot</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Loading iPXE</source>
        <translation>Lädt iPXE</translation>
    </message>
    <message>
        <source>iPXE is starting</source>
        <translation>iPXE startet</translation>
    </message>
    <message>
        <source>In the menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Booting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Up since %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Silent since %1</source>
        <translation>Still seit %1</translation>
    </message>
    <message>
        <source>Waiting for it to fetch the loader</source>
        <translation>Warten, bis er den Lader holt</translation>
    </message>
    <message>
        <source>Loader delivered, waiting for iPXE</source>
        <translation>Lader ausgeliefert, warten auf iPXE</translation>
    </message>
    <message>
        <source>Waiting for it to ask for the menu</source>
        <translation>Warten, bis er nach dem Menü fragt</translation>
    </message>
    <message>
        <source>Waiting for a choice at the PC</source>
        <translation>Warten auf eine Auswahl am PC</translation>
    </message>
    <message>
        <source>Waiting for the next file</source>
        <translation>Warten auf die nächste Datei</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A PC and what it boots: &quot;Dell OptiPlex 7060 (SystemRescue 12.01)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Done and whole of an import; the whole has its unit: &quot;1.9 of 4.1 GB&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>A size per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1:%2 min left</source>
        <extracomment>Minutes and seconds, &quot;2:05 min left&quot;</extracomment>
        <translation>noch %1:%2 min</translation>
    </message>
    <message>
        <source>No PC</source>
        <translation>Kein PC</translation>
    </message>
    <message>
        <source>All PCs</source>
        <translation>Alle PCs</translation>
    </message>
    <message>
        <source>%1 only</source>
        <extracomment>Kind of firmware, &quot;BIOS only&quot;</extracomment>
        <translation>Nur %1</translation>
    </message>
</context>
<context>
    <name>LoaderChoices</name>
    <message>
        <source>%1 and GRUB (Secure Boot)</source>
        <translation>%1 und GRUB (Secure Boot)</translation>
    </message>
    <message>
        <source>%1 (Secure Boot)</source>
        <translation>%1 (Secure Boot)</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>UEFI x86</source>
        <translation>UEFI x86</translation>
    </message>
    <message>
        <source>UEFI x64</source>
        <translation>UEFI x64</translation>
    </message>
    <message>
        <source>UEFI ARM64</source>
        <translation>UEFI ARM64</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QWizard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) are booting. Stop the services?</source>
        <translation>
            <numerusform>%n PC startet gerade. Dienste anhalten?</numerusform>
            <numerusform>%n PCs starten gerade. Dienste anhalten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their boot ends with an error:
%1</source>
        <translation>Das Starten endet dort mit einem Fehler:
%1</translation>
    </message>
    <message>
        <source>Stop Services</source>
        <translation>Dienste anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) are under way. Quit Benchboot?</source>
        <translation>
            <numerusform>%n Import läuft noch. Benchboot beenden?</numerusform>
            <numerusform>%n Importe laufen noch. Benchboot beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are canceled, and nothing of them is kept.</source>
        <translation>Das Importieren wird abgebrochen, und nichts davon bleibt erhalten.</translation>
    </message>
    <message>
        <source>Quit and Cancel Imports</source>
        <translation>Beenden und Importe abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) are booting. Quit Benchboot?</source>
        <translation>
            <numerusform>%n PC startet gerade. Benchboot beenden?</numerusform>
            <numerusform>%n PCs starten gerade. Benchboot beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>The services stop, and their boot ends with an error:
%1</source>
        <translation>Die Dienste werden angehalten, und das Starten endet dort mit einem Fehler:
%1</translation>
    </message>
    <message>
        <source>Quit and Stop Services</source>
        <translation>Beenden und Dienste anhalten</translation>
    </message>
</context>
</TS>
