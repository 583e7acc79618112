/** Small words of languages, and words that documentation is full of, where the package’s lists lack them. */

export const english = `the and of to for in is are was were be been being with you your yours we our ours they their
them this that these those it its at from by not no if when while which who whom whose what where how why
can could will would shall should may might must have has had having do does did done doing but than then there
here also only about into onto over under through during before after between both each every any all some many
much more most other others another such same so up out off down via per yet just still always never often
include includes including included see make makes made get gets use uses used using need needs needed help helps
provide provides provided work works learn don't doesn't isn't aren't can't won't you're it's let's an as or on
cannot without within because since until against either neither whether however therefore please once instead
across around above below among along upon toward towards unless although though as he she his her him me my i us
themselves itself yourself few several less least very too own again first last next`

export const french = `le la les des du une et est sont était étaient être été dans pour avec sur vous votre vos nous
notre nos il elle ils elles leur leurs ce cet cette ces qui que quoi dont où au aux en par ne pas plus ou mais
donc car si lorsque lorsqu quand comme ainsi aussi afin avant après pendant depuis entre sous sans chez vers chaque
tout toute tous toutes autre autres même mêmes peut peuvent pouvez doit doivent devez avez ont avons fait font faire
sera seront soit soient voir utilisez utiliser utilisé utilisée sélectionnez cliquez son sa ses un de se je tu lui
celui celle ceux celles aucun aucune plusieurs très déjà encore alors puis jamais toujours moins selon à y ça on
n'est qu'il qu'elle d'un d'une n'a n'ont`

/** What the lists of the package lack, by the names that they have here. */
export const more: Readonly<Record<string, string>> = {
  de: `wählen klicken siehe geben öffnen verwenden verwendet bietet erhalten können wenn oder ihre ihren ihrem ihrer
    sowie mithilfe anhand bzw beim ab an bei je pro falls wobei damit`,
  es: `a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellos aún aunque bajo bien cada casi
    como con contra cual cuales cualquier cuando cuanto cuál cómo cuándo de debe deben debería debes del desde
    después dónde donde durante e el él ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta
    está estaba estado están estar estas este esto estos etc fue fueron ha había haber hace hacen hacer hacia haga
    han has hasta hay haya hemos he incluso la las le les lo los luego más me mediante menos mi mientras mismo misma
    mismos mismas mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestro o os otra otras otro otros
    para pero poco por porque pueda pueden puede puedes que qué quien quién quiere se sea sean según ser será serán
    si sí sido siempre siendo sin sino sobre solo sólo son su sus también tan tanto te tener tenga tiene tienen
    tienes toda todas todo todos tras tu tus un una unas uno unos usa usar use usted ustedes utiliza utilice
    utilizar va vea vez y ya yo seleccione selecciona haga clic elija abra número sistema grande final falta dentro
    grupo máximo local mal lugar dos usando nivel favor forma hora parte segundo último área tal menor lado parece
    grandes última momento atrás partir nunca horas dar ver meses poder aquí igual existe así clase sabe segunda
    grupos archivo archivos fichero ficheros usuario usuarios pantalla datos clave nombre`,
  it: `vedere selezionare fare clic scegliere usare usa utilizzare utilizza utilizzo consente può possono deve devono
    viene vengono essere stato stata stati state tramite durante prima dopo inoltre oppure ogni già nessun nessuna
    altro altra altri altre stesso stessa cui sempre ancora così quando mentre dove tra fra entro senza secondo
    d'un un' dell' all' nell' sull' dall' quest' quell' c'è`,
  pt: `a ao aos as à às com como da das de dele deles depois deve devem do dos e é ela elas ele eles em entre era essa
    essas esse esses esta está estão estar estas este estes eu foi foram for há isso isto já lhe mais mas mesmo
    mesma muito na nas nem no nos não nós o os ou para pela pelas pelo pelos pode podem por porque qual quando que
    quem se seja sem ser será serão seu seus só sua suas são também te tem têm ter teu um uma uns umas usar use você
    vocês consulte selecione selecionar clique escolha usando após até antes sobre sob cada qualquer todos todas
    todo toda outro outra outros outras além ainda onde estado usa durante utilizar dar ver existe igual arquivo
    arquivos usuário usuários senha tela dados chave erro erros falha nome`,
  nl: `aan aangeboden alle alleen als bent bij biedt bijvoorbeeld daarna daarom dat de deze dit door een echter elk
    elke en er gaat gebruik gebruiken gebruikt geeft geen gebruikte haar hebt heeft het hiermee hiervoor hoe hun in is
    kan kies klik klikt krijgt kunt met moet moeten mogelijk na naar niet nog nu of om ook op over selecteer sinds te
    tijdens tot tussen uit uw vanaf van via volgens voor voordat waar waarin wanneer was wat welke werken wordt worden
    ze zie zijn zodat zonder zoals zowel zal zullen`,
  pl: `aby albo ale ani bez będzie będą był była było były być co czy dla do dlatego gdy gdzie i ich ile innych jak jako
    jego jej jest jeśli jeżeli już każdy każdej kliknij które który która którego której których lub ma mają może można
    mogą musi na nad nie niż o od oraz po pod podczas ponieważ poza przed przez przy są się także tego tej ten też to
    tych tym tylko tę użyj w wybierz wszystkich wszystkie z za ze zobacz został została zostały zostanie że`,
  sv: `av att använd använda använder används bland de den denna det detta dig din du då efter eller en ett finns från
    får för genom har hur i inte inom kan klicka måste när och om på ska som så till under upp vad varje vid vilka
    vi välj år är åt även se ny slå hos null både språk nå kontroller liten stor store minst igen båda objekt
    angivet tal svar klar skriv fil filen filer filerna`,
  da: `af alle at bruge brug bruges da de den denne der deres det dette du efter eller en er et for fra få har hvis
    hvor hvordan i ikke ind kan klik med men når nogle og om også op over på se skal skulle som til ud uden under
    ved vælg vil være bliver blev din dine dit én find finde gør gøre gennem hjælp ifølge kræver længere læs mellem
    mere meget oplysninger samme siden selvom slå sørg tilføj tjek undgå vis viser anden andet blive blevet blot dig
    dog gange hvornår hvid igen ingen intet kaldes kaldet lykkedes længde mange mig måde måden måder mængde nogen
    noget nul sammen sker skete sig sprog tal tilbage uventet ukendt forkert mislykkedes stadig tidligere flere fejl
    angiv angivet angives opret gem gemt vej værdi bliv brugt bruger brugeren tegn objekt både gang kontroller vært
    bør hverken hvilke klarer nummer stor store stort mindre mindst enkelt del små gå går svar par ur klar ny
    forrige inde nedre hver begge lille ødelagt kontrollere lav fil filen filer filerne mappe mappen`,
  nb: `alle at av bruk bruke brukes da de den denne der deres det dette du eller en er et etter for fra få har hvis
    hvor hvordan i ikke inn kan klikk med men må når noen og om også opp over på se skal skulle som til ut uten
    under ved velg vil være blir ble din dine ditt én bør finn finne gjør gjøre gjennom hjelp krever lengre les
    mellom mer mye informasjon bare ifølge sammen samme selv sørg legg unngå vis viser denne dersom slik slå lær
    kontroller annen annet bli blitt deg fikk flere får gikk gang ganger gjøres hvit igjen ingen intet klarte klarer
    kjør kjøre kjører lage laget lengde mange meg mengde mislyktes måte måten måter nei noe null når nå oppgi
    oppgitt seg skjer skje språk tall tidligere tilbake ukjent uventet vei verdi vekk fortsatt feil angi angitt
    angis brukt bruker brukeren lagre lagret klikker ny to stor store andre ødelagt forrige minst stort ingenting ta
    siste ligger svar tar går enkelt lar godtar små inne gå nedre gjort del hver begge kontrollere tegn objekt fil
    filen filer filene mappe mappen`,
  et: `aga ainult alla edasi ei enne et iga ilma ja jaoks juba ka kas kasutada kasutage kasutatakse klõpsake kohta koos
    kui kuid kuni kuidas kus kõigi kõik mida millal mille mis mitte mõni nagu need neid nende nii ning nüüd ole olema oli
    oma on peab peale peate pole pärast saa saab saate see seal seda selle selles sellest siin siis sisse sinu tagasi teie
    tuleb uus vaid valige veel või välja üks üle`,
  fi: `ei eikä eivät ennen että he heidän hän ilman ja jo joita joka jokaisen jonka jos joskus jossa jota jotka jotta jälkeen
    kaikki kaikkien kanssa katso klikkaa kun kuin kuinka käytetään käytä käyttää mikä mitä mukaan mutta myös napsauta
    niiden niitä nyt ole oli olla on ovat pitää se sekä sen siihen siinä siitä sillä sinun sitä tai tehdä tulee tämä
    tämän tässä tällä valitse vain voi voidaan voit voivat vielä yli`,
  lt: `apie ar arba be bet būti buvo dar daugiau dėl gali galima galite ir iš į įveskite jau jei jis jo jos jums jūs jūsų kad
    kai kaip kartu ką kiekvienas kitas kur kuri kurie kurio kurią kuris kurios kurių naudojama naudojamas naudokite naudoti
    ne nebuvo negali negalima nei nepavyko nėra nes norėdami norint nuo pagal pasirinkite pat per po prie prieš reikia savo
    spustelėkite su ši šią šiame šie šio šioje šis šį tai taip tarp tik turi už visi visos visus yra`,
  ca: `a al als amb aquest aquesta aquestes aquests cada cal com d'un d'una de del dels des el els en encara entre es
    esta està estan feu fins ha han hi i ja l' la les li llavors més mentre molt n'hi ni no només o on per perquè
    però pot poden podeu quan què quin s'ha s'han se sense ser seu seus seva seves si sobre són també tots tot tota
    totes un una vegada és número zero usar dos lo usa permisos era recursos estar`,
  gl: `a aínda ao aos antes as ata cada cando co coa coas como con cos da das de debe desde despois do dos e é en entre
    esta está están estas este estes foi foron hai isto iso máis mesmo na nas nin ningún ningunha no non nos o os ou
    para pode poden polo pola por porque que se sen ser seu seus sobre son só súa súas tamén ten teñen todas todos
    un unha unhas uns xa á ás número usar estado vez deben cero menos durante espera clic le usa cliente seleccione
    ficheiro ficheiros datos chave erro nome clave usuarios`,
  sl: `treba zato niti`,
  hr: `a ako ali bez bilo biti će da do dok dva gdje i ih ili iz između iznad je jedan jer jesu još kad kada kako kao
    koja koje kojeg kojem koji kojih kojim kojoj koju kroz li moguće mogu može možda možete mora moraju morate na
    nakon nalazi ne nego nema nemaju nije niti nisu no o od odaberite ova ovaj ove ovo ovog ovom ovu osim po pod
    pomoću postoji prema pri prije putem s sa samo se smije sve svaki sva ta taj te ti tijekom to treba trebaju
    trebate u uz već više zbog zato značajka koristi koriste koristite upotrebljava upotrebljavajte vaš vaša vaše
    vašu za ponovno datum prazno drugi prava prva preko izgubljen`,
  cs: `aby aniž ani bez bude být byl byla bylo byly dokud její jejich jak jako je jsou k každý každé která které který
    kterou lze mají má mezi místo musí může mohou na nebo není nejsou než o od pokud pomocí pouze pro proto protože
    před při s se si také tak tato tento toho tohoto tomu tuto ty u už v ve více včetně však všech všechny vyberte
    vždy z za ze zda že nemá možno`,
  sk: `a aby aj ak ako ale alebo ani až bez bol bola bolo boli bude byť cez čo do ešte ich iba ich iný ja je jeho jej k
    kde keď keďže každý každé ktorá ktoré ktorého ktorej ktorí ktorú ktorých ktorým ku lebo majú medzi mohli možno
    môže môžu môžete musí musia na nad namiesto nemá nemajú nemožno nie než o od odo okrem po pod podľa počas
    pomocou potom pre pred preto pretože pri s sa si so sú táto tak takže tento tejto tieto toho tohto tom tomto tú
    túto tým týmto u už v vám váš vaše vo však všetky všetkých vždy vyberte z za zo že má jeden nový by aspoň nové
    toto nula chcete tohoto jedno dva jedna či`,
}
