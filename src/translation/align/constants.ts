/**
 * All numbers of the alignment, in one table. `bench/alignment-constants.ts` prints what each is worth: what is lost with half
 * and with twice as much, on one half of the pages.
 */

/** Changed by nothing but that measurement. */
export const constants = {
  /** How well two units go together that are a pair, or not. */
  score: {
    /** A unit without a counterpart. */
    gap: -0.15,
    /** Two units that are left over alone between the same neighbours, at least. */
    lonely: -1,
    /** Two units of one kind. */
    kind: 0.05,
    /** Where all words are alike. */
    words: 2.2,
    /** Taken off where each has names that the other lacks. */
    names: 0.6,
    /** The same of signs. */
    signs: 0.5,
    /** Taken off by the square of the difference of lengths, as a logarithm. */
    length: 0.5,
    /** The most that is taken off for it. */
    lengthMost: 0.6,
    /** Characters added to both lengths: short texts differ more. */
    lengthLeast: 12,
    /** Taken off where addresses and code have nothing in common. */
    codes: 0.3,
    /** Added in the same containers. */
    path: 0.1,
    /** Taken off in others. */
    otherPath: 0.3,
    /** Taken off for headings of another level. */
    depth: 0.6,
    /** Added for the same id or key, taken off for another key. */
    id: 4,
    /** Taken off for another id. */
    otherId: 2,
    /** Added for the same id by the order of the page, which is a good hint until something has moved. */
    borrowed: 0.6,
    otherBorrowed: 0.2,
    /** Taken off for rows of tables with more or fewer columns. */
    columns: 0.3,
    /** Added for a pair that the lock knows, but whose text is on the page more than once. */
    known: 4,
  },
  /** How long a translation is. */
  ratio: {
    /** A page of fewer characters than that says less than the table of languages does. */
    prior: 2000,
    /** What a page may differ from the table: the rest is blocks that only one language has. */
    range: 1.1,
    /** The same of a language that is not in the table. */
    unknown: 1.5,
  },
  /** Words that translate each other, learnt from a first alignment. */
  lexicon: {
    /** How often they are learnt, each time from the pairs before. */
    times: 2,
    /** Pairs of other units in which two words occur together, at least. */
    together: 1,
    /** Part of the units with one of two words that have both, at least. */
    share: 0.4,
    /** Added where each word with a known translation has it on the other side. */
    agree: 1.4,
    /** Taken off where none has. */
    miss: 0.4,
    /** As `together` and `share`, for words that are missed. */
    sureTogether: 2,
    sureShare: 0.5,
    /** Weight of known words at which that counts half. */
    half: 0.6,
    /** Words of a unit that are looked at: a longer one is known by these. */
    most: 40,
    /** A word in more units than that does not distinguish them. */
    common: 80,
  },
  /** Words of English that are written by their sound. */
  sounds: {
    /** Consonants of a word, at least: fewer are alike by chance. */
    least: 3,
    /** Consonants for each one that may differ. */
    perError: 4,
    /** Consonants that particles add at the end in Korean, at most. */
    particles: 3,
  },
  columns: {
    /** What another order of columns must score more than their present one. */
    moved: 0.3,
    /** Taken off where one of two cells is empty: they are not the same column. */
    empty: 0.5,
  },
  /** What proves without a lock that a unit has moved: the first three, at least. */
  moved: {
    score: 1.1,
    /** Part of their weight that both have in common. */
    words: 0.4,
    /** Stems of the shorter one. */
    stems: 4,
    /** What is alike in more units than that proves nothing of one of them. */
    common: 20,
    /** Units that are looked at beyond as many as are left over in a run. */
    reach: 30,
  },
  /**
   * A long text of the translation that the lock knows as the pair of another source is hardly the pair of one that it
   * has next to nothing in common with.
   */
  doubtful: {
    /** Characters of the shorter one, at least. */
    length: 60,
    /** Part of their weight in common, at most. */
    words: 0.03,
    /** Taken off the score. */
    cost: 0.35,
  },
  /** What is compared with what: all with all up to here, beyond that only what is near the diagonal. */
  band: {
    /** Rows times columns. */
    whole: 90_000,
    /** Columns on either side of the diagonal. */
    half: 150,
  },
}
