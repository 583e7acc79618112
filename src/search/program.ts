/**
 * Pagefind’s searching program, called without the script around it, of which a search needs a tenth.
 *
 * What it takes and gives is the same in all releases that have the version number of the index.
 */

/** What the program exports, as far as it is used: text goes in and comes out as an address and a length. */
interface Exports {
  memory: WebAssembly.Memory
  __wbindgen_externrefs: WebAssembly.Table
  __wbindgen_start: () => void
  __wbindgen_malloc: (size: number, align: number) => number
  __wbindgen_free: (start: number, size: number, align: number) => void
  init_pagefind: (start: number, size: number) => number
  load_index_chunk: (index: number, start: number, size: number) => number
  load_filter_chunk: (index: number, start: number, size: number) => number
  request_indexes: (index: number, start: number, size: number) => [number, number]
  request_filter_indexes: (index: number, start: number, size: number) => [number, number]
  search: (index: number, ...rest: (number | boolean)[]) => [number, number]
}

/** An index in the memory of the program. */
export interface OpenIndex {
  /** Names of the chunks that may have the words of a query. */
  chunksFor: (query: string) => string[]
  /** Names of the filters that a choice needs. */
  filtersFor: (chosen: string) => string[]
  loadChunk: (content: Uint8Array) => void
  loadFilter: (content: Uint8Array) => void
  search: (query: ProgramQuery) => ProgramAnswer
}

interface ProgramQuery {
  /** Words in small letters, without accents. */
  words: string
  /** The same with accents. */
  typed: string
  /** As JSON. */
  chosen: string
  /** Without words: in the order of the index. */
  isOrdered: boolean
  /** The words must follow each other. */
  isPhrase: boolean
}

/** The names are the program’s: page, its mark, score and places of each result. */
interface ProgramAnswer {
  results: { p: string; g: string; s: number; l: { w: number; s: number; l: number }[] }[]
  unfiltered_total: number
}

/** Start the program; gives what opens an index in it. */
export async function startProgram(
  code: Uint8Array<ArrayBuffer>,
): Promise<(meta: Uint8Array) => OpenIndex> {
  const { instance } = await WebAssembly.instantiate(code, {
    './pagefind_web_bg.js': { __wbindgen_init_externref_table: initTable },
  })
  const program = instance.exports as unknown as Exports
  program.__wbindgen_start()
  return (meta) => openIn(program, meta)

  /** Four values that every such table begins with. */
  function initTable() {
    const table = program.__wbindgen_externrefs
    const start = table.grow(4)
    table.set(0, undefined)
    for (const [index, value] of [undefined, null, true, false].entries())
      table.set(start + index, value)
  }
}

function openIn(program: Exports, meta: Uint8Array): OpenIndex {
  let index = program.init_pagefind(...put(meta))
  const check = (pointer: number) => {
    if (!pointer) throw new Error('The index cannot be read')
    index = pointer
  }
  check(index)
  return {
    chunksFor: (query) => take(program.request_indexes(index, ...put(query))) as string[],
    filtersFor: (chosen) => take(program.request_filter_indexes(index, ...put(chosen))) as string[],
    loadChunk: (content) => check(program.load_index_chunk(index, ...put(content))),
    loadFilter: (content) => check(program.load_filter_chunk(index, ...put(content))),
    search: ({ words, typed, chosen, isOrdered, isPhrase }) =>
      take(
        program.search(
          index,
          ...[words, typed, chosen, isOrdered ? 'order:asc' : ''].flatMap(put),
          isPhrase,
          false,
        ),
      ) as ProgramAnswer,
  }

  /** The program frees what it gets. */
  function put(content: Uint8Array | string): [number, number] {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const start = program.__wbindgen_malloc(bytes.length, 1) >>> 0
    new Uint8Array(program.memory.buffer).set(bytes, start)
    return [start, bytes.length]
  }

  function take([start, size]: [number, number]): unknown {
    const bytes = new Uint8Array(program.memory.buffer, start >>> 0, size)
    const text = new TextDecoder().decode(bytes)
    program.__wbindgen_free(start, size, 1)
    return JSON.parse(text)
  }
}
