/**
 * Small words of a language, which tell it from another one.
 *
 * No word is in two lists, nor one that the other language uses, too: `as`, `an`, `on`, `or`, `a` and
 * `via` would be no evidence. A language without a list is recognised by a library; see `language.ts`.
 */

export interface Lexicon {
  words: ReadonlySet<string>
  /** Letters that the other languages here do not use, and elided words such as `l’`. */
  signs: readonly RegExp[]
}

const english = `the and of to for in is are was were be been being with you your yours we our ours they their
them this that these those it its at from by not no if when while which who whom whose what where how why
can could will would shall should may might must have has had having do does did done doing but than then there
here also only about into onto over under through during before after between both each every any all some many
much more most other others another such same so up out off down via per yet just still always never often
include includes including included see make makes made get gets use uses used using need needs needed help helps
provide provides provided work works learn don't doesn't isn't aren't can't won't you're it's let's`

const french = `le la les des du une et est sont était étaient être été dans pour avec sur vous votre vos nous
notre nos il elle ils elles leur leurs ce cet cette ces qui que quoi dont où au aux en par ne pas plus ou mais
donc car si lorsque lorsqu quand comme ainsi aussi afin avant après pendant depuis entre sous sans chez vers chaque
tout toute tous toutes autre autres même mêmes peut peuvent pouvez doit doivent devez avez ont avons fait font faire
sera seront soit soient voir utilisez utiliser utilisé utilisée sélectionnez cliquez son sa ses un de se je tu lui
celui celle ceux celles aucun aucune plusieurs très déjà encore alors puis jamais toujours moins selon`

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

/** By primary language subtag. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['en', { words: list(english), signs: [/^[a-z]+[’'](?:s|t|re|ll|ve)$/i] }],
  [
    'fr',
    {
      words: list(french),
      signs: [/[àâçéèêëîïôùûœ]/i, /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'](?=\p{L})/iu],
    },
  ],
])
