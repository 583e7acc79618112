import { expect, test } from 'vitest'
import { readCustomStyles } from '#src/theming/custom-css.ts'

/** `file:line:column reason` for each problem, and the text. */
async function read(files: Readonly<Record<string, string>>, first = 'site.css') {
  const { styles, messages } = await readCustomStyles([`/theme/${first}`], {
    read: async (path) => {
      const text = files[path.replace('/theme/', '')]
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    nameOf: (path) => path.slice(1),
  })
  const told = messages.map(
    ({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`,
  )
  return { text: styles.text, files: [...styles.files.values()], told }
}

test('a style sheet with what it imports is one text', async () => {
  const { text, told } = await read({
    'site.css': "@import './parts/card.css';\na { color: var(--color-link) }\n",
    'parts/card.css': '.card { margin: 0 }\n',
  })
  expect(text).toBe('.card{margin:0}a{color:var(--color-link)}')
  expect(told).toEqual([])
})

test('files that it names are found from where it is', async () => {
  const css = ".a { background: url('./dots.svg') } .b { background: url('#c') }\n"
  const { files, text } = await read({ 'site.css': css, 'dots.svg': '<svg/>' })
  expect(files).toEqual(['/theme/dots.svg'])
  expect(text).toContain('#c')
})

test('an invalid line, a missing file and one on another host are reported at their position', async () => {
  expect((await read({ 'site.css': '.a {\n  color red;\n}\n' })).told).toEqual([
    'theme/site.css:2:9 The style sheet cannot be read: Unexpected token Ident("red"). Correct it.',
  ])
  expect((await read({ 'site.css': "@import './none.css';\n" })).told).toEqual([
    'theme/site.css:1:1 The style sheet cannot be read: it imports a file that is not there. Correct it.',
  ])
  const css =
    ".a { background: url('./none.svg') }\n.b { background: url('https://x.example/y.png') }\n"
  expect((await read({ 'site.css': css })).told).toEqual([
    'theme/site.css:1:22 There is no file `./none.svg`. Name one in `content/theme/`, from where the style sheet is.',
    'theme/site.css:2:22 `https://x.example/y.png` is on another host, which pages do not ask for anything. Put the file into `content/theme/`.',
  ])
})
