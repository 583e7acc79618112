/** Write tables as CSV that spreadsheets open correctly. */

/**
 * Write rows as CSV (RFC 4180): quotes where a cell needs them, lines that end in CRLF.
 *
 * It begins with a byte order mark, without which Excel takes UTF-8 for another encoding.
 *
 * A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return would run as a formula when the file is
 * opened: it gets a leading apostrophe, which marks text in spreadsheets (OWASP, CSV injection).
 */
export function csvOf(rows: readonly (readonly string[])[], separator: string): string {
  const lines = rows.map((row) => row.map((cell) => quoted(guarded(cell), separator)))
  return `\uFEFF${lines.map((cells) => `${cells.join(separator)}\r\n`).join('')}`
}

/**
 * The separator of cells, by a BCP 47 tag: spreadsheets expect `;` in languages that write a
 * comma in numbers, and `,` in the others.
 */
export function separatorFor(tag: string): ',' | ';' {
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ','
}

/**
 * Remove the rows of hidden steps from the site’s `steps.csv`, which has one line for each row, and the step’s
 * address at its end.
 *
 * @param shown - Ids of visible steps.
 */
export function filteredCsv(csv: string, shown: ReadonlySet<string>): string {
  const [head = '', ...rows] = csv.split('\r\n')
  const kept = rows.filter((row) => {
    const id = /#([^#"]+)"?$/.exec(row)?.[1]
    return id === undefined || shown.has(decodeURIComponent(id))
  })
  return [head, ...kept].join('\r\n')
}

function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string, separator: string): string {
  const isPlain = !cell.includes(separator) && !/["\r\n]|^\s|\s$/.test(cell)
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
}
