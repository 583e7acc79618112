/** Letters and spellings that are signs of a language. */

/**
 * Letters besides a to z that languages are written with, as CLDR lists them. A word of the package that has another one
 * is damaged: its Slovak and Lithuanian lists were read in other character sets (“èo” for “čo”).
 */
export const alphabets: Readonly<Record<string, string>> = {
  ca: 'àçèéíïòóúü',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'åæéø',
  de: 'äöüß',
  eo: 'ĉĝĥĵŝŭ',
  es: 'áéíñóúü',
  et: 'äõöšüž',
  eu: 'ñ',
  fi: 'äö',
  fil: 'ñ',
  ga: 'áéíóú',
  gl: 'áéíñóúü',
  hr: 'ćčđšž',
  hu: 'áéíóöőúüű',
  id: '',
  it: 'àèéìòù',
  lt: 'ąčėęįšūųž',
  lv: 'āčēģīķļņšūž',
  ms: '',
  nb: 'åæéøò',
  nl: 'éëïèóö',
  pl: 'ąćęłńóśźż',
  pt: 'àáâãçéêíóôõú',
  ro: 'ăâîșşțţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sv: 'åäéö',
  sw: '',
  tl: 'ñ',
  tr: 'âçğıöşü',
}

/**
 * How the spelling of close languages differs from each other, by their tags in the order of the alphabet: ends and
 * beginnings of words that one of the two has and the other writes in another way.
 */
export const spellings: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'ca es': [
    /[aciptu]ció$|cions$|[^s]tats?$|l·l|ny|[aeiou]ix|tges?$|ments?$|^[dlmns]'/,
    /ci[oó]n(?:es)?$|(?<!^|ta)dad(?:es)?$|ñ|[^dgq]ue[bdlnrstv]|ie(?:nd|ne|rr|rt|st)|[adinst]o$|[ai]dos$|miento/,
  ],
  'cs sk': [
    /(?:(?:aj|ej)í|(?:án|en|ěn)í|ovat|ejte|[^o]u?jí)$|^(?:nej|při|pře)/,
    /(?:aj|ej|uj)ú$|[aei]ťe?$|(?:an|en)(?:ie|ia|iu|í[mc]h?)$|nosť$|^(?:naj(?!í|d)|prí)|dz/,
  ],
  'da nb': [
    /[ts]ion(?:er?|s|en|ens|erne|ernes)?$|hed(?:en|er|ens)?$|^ud\p{L}{3}|^ind(?=[bfghklmopstv])|^af(?=[bdfghklmnpstv])|^op(?=[bdfghklmnrst])|øj|[bdfhlmnrstv]ej(?![aeo])|(?:(?<![dhlst])a|(?<!l)[ou])g(?:e|er|es|te|t)$|(?:bl|st|v)ev(?:et)?$|ld?else[rn]?$|æ(?!r)|værk|(?:f|v|mod)ærd|[mst]ærk|tvær|(?<!aller|gl|fremm|^[rb]|st)ede[sn]?$|(?<!ekst|int|mod|[gf]j|^st)ernes?$|(?:l|kn?)øb|skab|åb[en]|grib|lænk|spørgsm|kald/u,
    /[ts]jon(?:er?|s|en|ens|ene)?$|het(?:en|er|ens)?$|^ut\p{L}{3}|^inn\p{L}|^av(?=[bdfghklmnpstv])|^opp\p{L}|øy|[bdfhlmnrstv]ei(?![nct])|[aou]k(?:e|er|es|te|t)$|(?<!t)ek(?:e|er|es)$|(?<!s)kj|gj(?=en)|(?<!s|l)ene$|verk|^nett|(?:tt|nn|pp|kk|gg|mm)$|[bdfglmnprstv]ll$|løp|skap|åp[en]|grip|merk|sterk|tverr|ferdig|verdi|^(?:les|sett|legg|endr|nest|krev)|skjerm|kall/u,
  ],
  'da sv': [
    /[æø]|hed(?:en|er)?$|tionerne$|erne$/,
    /[äö]|het(?:en|er)?$|tion(?:en|er)na$|(?<!b|h|kl|ment|v)ar(?:na)?$|orna$/,
  ],
  'es gl': [
    /j|^ll|(?<![cgq]|fl)ue[bdlnrstv]|ie(?:nd|ne|rr|rt|st)|dad$|ciones$|(?<!núm|c)eros?$/,
    /^x[aeou](?!m)|axe[mns]?s?$|páxin|rexist|linguaxe|[eid]xi[rx]|dades?$|eir[oa]s?$|ci[óo]ns$|ou$|oi$|nh|^[nd]?unha/,
  ],
  'es pt': [/ci[oó]n(?:es)?$|dad$|ñ|[^gq]ue[bdlnrstv]/, /[çãõ]|dade$|vel$|agem$|lh|nh/],
  'gl pt': [/ñ|ll|ci[óo]ns?$|^x[aeou]|axes?$|unha/, /[çãõ]|(?<!^u)nh|lh|j|agem$|[aeiou]ss/],
  'hr sl': [
    /[vps]rije|slije|mije[nš]|cijel|vije[kšs]|dijel|lije[dpv]|nije|(?<!l)oga$|omu$|aju$|[ai]vanj|stvo/,
    /ega$|[^h]emu$|[aei]jo$|nost(?:jo)?$|stev$|it(?:ev|ve|vijo)$|vsak/,
  ],
  'nb sv': [
    /[æø]|s?jon(?:er?|en|ene)?$|ene$/,
    /[äö]|tion(?:en|er|erna)?$|(?<!b|h|kl|ment|v)ar(?:na)?$|orna$/,
  ],
}
