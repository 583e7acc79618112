/** The strings of the work page: French for French translations, else English. */
const english = {
  title: 'Translate {docset} into {locale}',
  intro:
    'Write each translation below its source. Tags such as <b1>…</b1> and <c2/> stand for bold, links and code: keep each of them once. Then save, and give the file to the people who gave you this page.',
  source: 'Source',
  change: 'What has changed in the source',
  tags: 'Tags',
  similar: 'Similar translations',
  terms: 'Terms',
  stays: 'not translated',
  take: 'Use this one',
  translation: 'Translation of {number}',
  right: 'The translation is still correct',
  done: '{done} of {all} done',
  save: 'Save the translations',
  lost: 'Missing or repeated tags: {tags}',
  noScript: 'Saving needs JavaScript. Ask for a spreadsheet instead.',
}

type PageStrings = Readonly<Record<keyof typeof english, string>>

const french: PageStrings = {
  title: 'Traduire {docset} en {locale}',
  intro:
    'Écrivez chaque traduction sous sa source. Les balises telles que <b1>…</b1> et <c2/> remplacent le gras, les liens et le code : gardez chacune une fois. Enregistrez ensuite, puis remettez le fichier aux personnes qui vous ont donné cette page.',
  source: 'Source',
  change: 'Ce qui a changé dans la source',
  tags: 'Balises',
  similar: 'Traductions semblables',
  terms: 'Termes',
  stays: 'ne se traduit pas',
  take: 'Prendre celle-ci',
  translation: 'Traduction de {number}',
  right: 'La traduction reste correcte',
  done: '{done} sur {all} faites',
  save: 'Enregistrer les traductions',
  lost: 'Balises absentes ou répétées : {tags}',
  noScript: 'L’enregistrement nécessite JavaScript. Demandez plutôt une feuille de calcul.',
}

/** @param locale - BCP 47 tag of the translation. */
export function pageStrings(locale: string): { strings: PageStrings; lang: string } {
  return /^fr\b/i.test(locale) ? { strings: french, lang: 'fr' } : { strings: english, lang: 'en' }
}
