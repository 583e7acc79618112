/** What a PDF says of itself, as Chromium writes it: dictionaries as text, and references between them. */

export interface PdfStructure {
  title: string
  lang: string
  isTagged: boolean
  /** Types of its tags, each once. */
  tags: ReadonlySet<string>
  /** Its bookmarks, in their order: how deep each is, and its title. */
  bookmarks: [depth: number, title: string][]
  pages: number
}

/** @throws Error for a file that is no PDF. */
export function pdfStructure(bytes: Uint8Array): PdfStructure {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('%PDF-')) throw new Error('This is no PDF.')
  const objects = new Map<string, string>()
  for (const [, number = '', body = ''] of text.matchAll(/^(\d+) 0 obj\n([^]*?)\nendobj/gm))
    if (!body.includes('\nstream')) objects.set(number, body)
  const objectOf = (dictionary: string, key: string) => {
    const [, number = ''] = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary) ?? []
    return objects.get(number) ?? ''
  }
  const all = [...objects.values()]
  const catalog = all.find((body) => /\/Type \/Catalog\b/.test(body)) ?? ''
  const information = all.find((body) => /\/CreationDate /.test(body)) ?? ''
  const bookmarks: PdfStructure['bookmarks'] = []
  const addBelow = (parent: string, depth: number) => {
    let next = objectOf(parent, 'First')
    while (next) {
      bookmarks.push([depth, stringOf(next, 'Title')])
      addBelow(next, depth + 1)
      next = objectOf(next, 'Next')
    }
  }
  addBelow(objectOf(catalog, 'Outlines'), 1)
  const tags = all.flatMap((body) =>
    [...body.matchAll(/\/Type \/StructElem\b[^]*?\/S \/(\w+)/g)].map(([, tag = '']) => tag),
  )
  return {
    title: stringOf(information, 'Title'),
    lang: stringOf(catalog, 'Lang'),
    isTagged: /\/Marked true/.test(catalog) && objectOf(catalog, 'StructTreeRoot') !== '',
    tags: new Set(tags),
    bookmarks,
    pages: all.filter((body) => /\/Type \/Page\b/.test(body)).length,
  }
}

/** A text of a dictionary: letters in brackets, or UTF-16 as digits. */
function stringOf(dictionary: string, key: string): string {
  const [, letters, digits] =
    new RegExp(`/${key} (?:\\(((?:\\\\.|[^\\\\)])*)\\)|<([\\dA-F]+)>)`).exec(dictionary) ?? []
  if (digits !== undefined) {
    return new TextDecoder('utf-16be').decode(Buffer.from(digits.replace(/^FEFF/, ''), 'hex'))
  }
  return (letters ?? '').replaceAll(/\\(.)/g, '$1')
}
