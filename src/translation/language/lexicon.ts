/**
 * Small words of a language, which tell it from another one.
 *
 * Of two lists only words count that the other does not have: `as`, `on` and `or` are no evidence between English and
 * French. The lists of the package `stopword` lack what documentation is full of, and some are short; those words are
 * here. English and French need no package.
 */
import { scriptOf } from './scripts.ts'

export interface Lexicon {
  words: ReadonlySet<string>
  /** Its letters besides a to z. */
  letters: ReadonlySet<string>
  /** Elided and contracted words such as `l’`. */
  signs: readonly RegExp[]
}

const english = `the and of to for in is are was were be been being with you your yours we our ours they their
them this that these those it its at from by not no if when while which who whom whose what where how why
can could will would shall should may might must have has had having do does did done doing but than then there
here also only about into onto over under through during before after between both each every any all some many
much more most other others another such same so up out off down via per yet just still always never often
include includes including included see make makes made get gets use uses used using need needs needed help helps
provide provides provided work works learn don't doesn't isn't aren't can't won't you're it's let's an as or on
cannot without within because since until against either neither whether however therefore please once instead
across around above below among along upon toward towards unless although though as he she his her him me my i us
themselves itself yourself few several less least very too own again first last next`

const french = `le la les des du une et est sont était étaient être été dans pour avec sur vous votre vos nous
notre nos il elle ils elles leur leurs ce cet cette ces qui que quoi dont où au aux en par ne pas plus ou mais
donc car si lorsque lorsqu quand comme ainsi aussi afin avant après pendant depuis entre sous sans chez vers chaque
tout toute tous toutes autre autres même mêmes peut peuvent pouvez doit doivent devez avez ont avons fait font faire
sera seront soit soient voir utilisez utiliser utilisé utilisée sélectionnez cliquez son sa ses un de se je tu lui
celui celle ceux celles aucun aucune plusieurs très déjà encore alors puis jamais toujours moins selon à y ça on
n'est qu'il qu'elle d'un d'une n'a n'ont`

const more: Readonly<Record<string, string>> = {
  de: `wählen klicken siehe geben öffnen verwenden verwendet bietet erhalten können wenn oder ihre ihren ihrem ihrer
    sowie mithilfe anhand bzw beim ab an bei je pro falls wobei damit`,
  es: `a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellos aún aunque bajo bien cada casi
    como con contra cual cuales cualquier cuando cuanto cuál cómo cuándo de debe deben debería debes del desde después
    dónde donde durante e el él ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta está estaba
    estado están estar estas este esto estos etc fue fueron ha había haber hace hacen hacer hacia haga han has hasta
    hay haya hemos he incluso la las le les lo los luego más me mediante menos mi mientras mismo misma mismos mismas
    mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco
    por porque pueda pueden puede puedes que qué quien quién quiere se sea sean según ser será serán si sí sido siempre
    siendo sin sino sobre solo sólo son su sus también tan tanto te tener tenga tiene tienen tienes toda todas todo
    todos tras tu tus un una unas uno unos usa usar use usted ustedes utiliza utilice utilizar va vea vez y ya yo
    seleccione selecciona haga clic elija abra`,
  it: `vedere selezionare fare clic scegliere usare usa utilizzare utilizza utilizzo consente può possono deve devono
    viene vengono essere stato stata stati state tramite durante prima dopo inoltre oppure ogni già nessun nessuna
    altro altra altri altre stesso stessa cui sempre ancora così quando mentre dove tra fra entro senza secondo
    d'un un' dell' all' nell' sull' dall' quest' quell' c'è`,
  pt: `a ao aos as à às com como da das de dele deles depois deve devem do dos e é ela elas ele eles em entre era essa
    essas esse esses esta está estão estar estas este estes eu foi foram for há isso isto já lhe mais mas mesmo mesma
    muito na nas nem no nos não nós o os ou para pela pelas pelo pelos pode podem por porque qual quando que quem se
    seja sem ser será serão seu seus só sua suas são também te tem têm ter teu um uma uns umas usar use você vocês
    consulte selecione selecionar clique escolha usando após até antes sobre sob cada qualquer todos todas todo toda
    outro outra outros outras além ainda onde`,
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
    får för genom har hur i inte inom kan klicka måste när och om på ska som så till under upp vad varje vid vilka vi
    välj år är åt även se`,
  da: `af alle at bruge brug bruges da de den denne der deres det dette du efter eller en er et for fra få har hvis
    hvor hvordan i ikke ind kan klik med men når nogle og om også op over på se skal skulle som til ud uden under ved
    vælg vil være bliver blev din dine dit én find finde gør gøre gennem hjælp ifølge kræver længere læs mellem mere
    meget oplysninger samme siden selvom slå sørg tilføj tjek undgå vis viser`,
  nb: `alle at av bruk bruke brukes da de den denne der deres det dette du eller en er et etter for fra få har hvis hvor
    hvordan i ikke inn kan klikk med men må når noen og om også opp over på se skal skulle som til ut uten under ved
    velg vil være blir ble din dine ditt én bør finn finne gjør gjøre gjennom hjelp krever lengre les mellom mer mye
    informasjon bare ifølge sammen samme selv sørg legg unngå vis viser denne dersom slik slå lær kontroller`,
  hr: `a ako ali bez bilo biti će da do dok dva gdje i ih ili iz između iznad je jedan jer jesu još kad kada kako kao koja
    koje kojeg kojem koji kojih kojim kojoj koju kroz li moguće mogu može možda možete mora moraju morate na nakon
    nalazi ne nego nema nemaju nije niti nisu no o od odaberite ova ovaj ove ovo ovog ovom ovu osim po pod pomoću
    postoji prema pri prije putem s sa samo se smije sve svaki sva ta taj te ti tijekom to treba trebaju trebate u uz
    već više zbog zato značajka koristi koriste koristite upotrebljava upotrebljavajte vaš vaša vaše vašu za`,
  cs: `aby aniž ani bez bude být byl byla bylo byly dokud její jejich jak jako je jsou k každý každé která které který
    kterou lze mají má mezi místo musí může mohou na nebo není nejsou než o od pokud pomocí pouze pro proto protože před
    při s se si také tak tato tento toho tohoto tomu tuto ty u už v ve více včetně však všech všechny vyberte vždy z za
    ze zda že`,
  sk: `a aby aj ak ako ale alebo ani až bez bol bola bolo boli bude byť cez čo do ešte ich iba ich iný ja je jeho jej k
    kde keď keďže každý každé ktorá ktoré ktorého ktorej ktorí ktorú ktorých ktorým ku lebo majú medzi mohli možno môže
    môžu môžete musí musia na nad namiesto nemá nemajú nemožno nie než o od odo okrem po pod podľa počas pomocou potom
    pre pred preto pretože pri s sa si so sú táto tak takže tento tejto tieto toho tohto tom tomto tú túto tým týmto u
    už v vám váš vaše vo však všetky všetkých vždy vyberte z za zo že`,
}

/**
 * Words of the package that are none: its Slovak list was read in another character set (“èo” for “čo”).
 */
const damaged = /[ïòèù]/

/**
 * How the spelling of close languages differs from each other, by their tags in the order of the alphabet: ends and
 * beginnings of words that one of the two has and the other writes in another way.
 */
const spellings: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'cs sk': [
    /(?:(?:aj|ej)í|(?:án|en|ěn)í|ovat|ejte|[^o]u?jí)$|^(?:nej|při|pře)/,
    /(?:aj|ej|uj)ú$|[aei]ťe?$|(?:an|en)(?:ie|ia|iu|í[mc]h?)$|(?:ých|nosť|osti)$|^(?:naj|prí)|dz/,
  ],
  'da nb': [
    /[ts]ion(?:er?|s|en|ens|erne|ernes)?$|hed(?:en|er|ens)?$|^ud\p{L}{3}|^ind(?=[bfghlmopstv])|^af(?=[bdhlmnpstv])|^op(?=[dklmnr])|øj|ej[lr]|[aeou]g(?:e|er|es|te|t)$|(?:bl|st|v)ev(?:et)?$|ld?else[rn]?$|værk/u,
    /[ts]jon(?:er?|s|en|ens|ene)?$|het(?:en|er|ens)?$|^ut\p{L}{3}|^inn\p{L}|^av(?=[bdhlmnpstv])|^opp\p{L}|øy|ei[lr]|[aeou]k(?:e|er|es|te|t)$|(?<!s)kj|gj(?=en)|ene$|verk|^nett/u,
  ],
  'da sv': [
    /[æø]|hed(?:en|er)?$|tion(?:er|erne)$|erne$/,
    /[äö]|het(?:en|er)?$|tion(?:en|er)na$|ar(?:na)?$|orna$/,
  ],
  'es pt': [/ci[oó]n(?:es)?$|dad$|ñ|[^gq]ue[bdlnrstv]/, /[çãõ]|dade$|vel$|agem$|lh|nh/],
  'nb sv': [/[æø]|s?jon(?:er?|en|ene)?$|ene$/, /[äö]|tion(?:en|er|erna)?$|ar(?:na)?$|orna$/],
}

/** Names of the package’s lists by language. */
export const packageLists: Readonly<Record<string, readonly string[]>> = {
  af: ['afr'],
  bg: ['bul'],
  ca: ['cat'],
  cs: ['ces'],
  da: ['dan'],
  de: ['deu'],
  eo: ['epo'],
  es: ['spa'],
  et: ['est'],
  eu: ['eus'],
  fa: ['fas'],
  fi: ['fin'],
  fil: ['tgl'],
  ga: ['gle'],
  gl: ['glg'],
  hr: ['hrv'],
  hu: ['hun'],
  id: ['ind'],
  it: ['ita'],
  lt: ['lit'],
  lv: ['lav'],
  ms: ['msa'],
  nb: ['nob'],
  nl: ['nld'],
  nn: ['nob'],
  no: ['nob'],
  pl: ['pol'],
  pt: ['por', 'porBr'],
  ro: ['ron'],
  ru: ['rus'],
  sk: ['slk'],
  sl: ['slv'],
  sv: ['swe'],
  sw: ['swa'],
  tl: ['tgl'],
  tr: ['tur'],
  uk: ['ukr'],
  vi: ['vie'],
}

function lexiconOf(words: readonly string[], signs: readonly RegExp[] = []): Lexicon {
  const all = words.map((word) => word.normalize('NFC').toLowerCase())
  const letters = all.flatMap((word) => word.match(/(?![a-z])\p{L}/gu) ?? [])
  return { words: new Set(all), letters: new Set(letters), signs }
}

/** The lists of two languages, with the spellings that tell them apart where they are close. */
export async function loadLexicons(
  source: string,
  target: string,
): Promise<{ lexicons: [Lexicon | undefined, Lexicon | undefined]; hasSpellings: boolean }> {
  const [first, second] = [await loadLexicon(source), await loadLexicon(target)]
  const names = [listNameOf(source), listNameOf(target)]
  const signs = spellings[names.toSorted().join(' ')]
  if (!first || !second || !signs) return { lexicons: [first, second], hasSpellings: false }
  const [own, other] = names[0]! < names[1]! ? signs : [signs[1], signs[0]]
  const lexicons: [Lexicon, Lexicon] = [
    { ...first, signs: [...first.signs, own] },
    { ...second, signs: [...second.signs, other] },
  ]
  return { lexicons, hasSpellings: true }
}

/** The language whose list a locale has here. */
function listNameOf(locale: string): string {
  const { language } = new Intl.Locale(locale)
  // Serbian and Bosnian in Latin letters have the small words of Croatian.
  if (scriptOf(locale) === 'Latn' && ['bs', 'sr', 'sh'].includes(language)) return 'hr'
  return language === 'no' || language === 'nn' ? 'nb' : language
}

function listed(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Lists that are always here, by primary language subtag. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['en', lexiconOf(listed(english), [/^[a-z]+'(?:s|t|re|ll|ve)$/])],
  [
    'fr',
    lexiconOf(
      [...listed(french), ...'âçëîïôùûœ'],
      [/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/u],
    ),
  ],
])

/** The list of a locale’s language; undefined if there is none. */
export async function loadLexicon(locale: string): Promise<Lexicon | undefined> {
  const { language } = new Intl.Locale(locale)
  const own = lexicons.get(language)
  if (own) return own
  const name = listNameOf(locale)
  const lists = (await import('stopword')) as Readonly<Record<string, unknown>>
  const words = (packageLists[name] ?? []).flatMap((list) => lists[list] as string[])
  const right = name === 'sk' ? words.filter((word) => !damaged.test(word)) : words
  const all = [...right, ...listed(more[name] ?? '')]
  // The package has single letters in some lists, which are no words.
  const whole = all.filter((word) => word.length > 1)
  return whole.length ? lexiconOf(whole) : undefined
}

/** Whether a word, folded, is one of the list, or has a letter or a form that only its language has. */
export function isInLexicon(word: string, { words, letters, signs }: Lexicon): boolean {
  return (
    words.has(word) ||
    signs.some((sign) => sign.test(word)) ||
    [...word].some((letter) => letters.has(letter))
  )
}
