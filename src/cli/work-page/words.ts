/** Words of the page for translators, in the language that they translate into where there are any. */
const english = {
  title: 'Translate {docset} into {locale}',
  intro:
    'Write each translation below its source. Tags such as <b1>…</b1> and <c2/> stand for bold, links and code: keep each of them once. Then save, and give the file to the people who gave you this page.',
  source: 'Source',
  change: 'What has changed in the source',
  place: 'Place',
  tags: 'Tags',
  similar: 'Similar translations',
  terms: 'Terms',
  stays: 'stays as it is',
  take: 'Use this one',
  translation: 'Translation of {number}',
  right: 'The translation is right as it is',
  done: '{done} of {all} done',
  save: 'Save the translations',
  lost: 'Tags are missing or there too often: {tags}',
  noScript: 'Saving needs JavaScript. Ask for a spreadsheet instead.',
}

type Words = Readonly<Record<keyof typeof english, string>>

const french: Words = {
  title: 'Traduire {docset} en {locale}',
  intro:
    'Écrivez chaque traduction sous sa source. Les balises telles que <b1>…</b1> et <c2/> remplacent le gras, les liens et le code : gardez chacune une fois. Puis enregistrez, et remettez le fichier aux personnes qui vous ont donné cette page.',
  source: 'Source',
  change: 'Ce qui a changé dans la source',
  place: 'Endroit',
  tags: 'Balises',
  similar: 'Traductions semblables',
  terms: 'Termes',
  stays: 'reste tel quel',
  take: 'Prendre celle-ci',
  translation: 'Traduction de {number}',
  right: 'La traduction est juste telle quelle',
  done: '{done} sur {all} faites',
  save: 'Enregistrer les traductions',
  lost: 'Balises absentes ou répétées : {tags}',
  noScript: 'L’enregistrement demande JavaScript. Demandez plutôt un tableur.',
}

/** @param locale - BCP 47, of the translation. */
export function pageWords(locale: string): { words: Words; lang: string } {
  return /^fr\b/i.test(locale) ? { words: french, lang: 'fr' } : { words: english, lang: 'en' }
}
