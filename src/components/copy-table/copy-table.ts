/** A table as text that spreadsheets and word processors take from the clipboard. */

/**
 * Rows as tab-separated text: cells hold one line each, so that pasting gives the same rows and
 * columns.
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    .join('\n')
}
