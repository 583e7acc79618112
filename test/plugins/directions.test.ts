/** A text says which way it is written where that is another way than around it. */
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import rehypeDirections from '#plugins/directions.ts'

const drawn = (html: string, page: string | undefined) =>
  String(
    unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeDirections, { pageLanguage: () => page })
      .use(rehypeStringify)
      .processSync(html),
  )

test('English in an Arabic page, and Arabic in an English one', () => {
  expect(drawn('<p lang="en">Words.</p>', 'ar')).toBe('<p lang="en" dir="ltr">Words.</p>')
  expect(drawn('<p>A <b lang="he">מלה</b></p>', 'en')).toBe(
    '<p>A <b lang="he" dir="rtl">מלה</b></p>',
  )
})

test('and back again inside of it', () => {
  expect(drawn('<p lang="en">A <small lang="ar">ب</small></p>', 'ar')).toBe(
    '<p lang="en" dir="ltr">A <small lang="ar" dir="rtl">ب</small></p>',
  )
})

test('nothing is added where all is written the same way', () => {
  for (const html of ['<p lang="fr">Des mots.</p>', '<p><code>a.b</code> <kbd>Enter</kbd></p>'])
    expect(drawn(html, 'en')).toBe(html)
  expect(drawn('<p lang="he">מלה</p>', 'ar')).toBe('<p lang="he">מלה</p>')
  expect(drawn('<p lang="no tag">Words</p>', undefined)).toBe('<p lang="no tag">Words</p>')
})

test('code is from the left on every page; a key is as its name is', () => {
  expect(drawn('<p><code>a.b</code> <kbd>Enter</kbd></p>', 'ar')).toBe(
    '<p><code dir="ltr">a.b</code> <kbd dir="auto">Enter</kbd></p>',
  )
  expect(drawn('<pre><code>a.b</code></pre>', 'he')).toBe('<pre dir="ltr"><code>a.b</code></pre>')
})

test('the number of a list item stays in its column: what is in the item has the direction', () => {
  expect(drawn('<ol><li lang="en">One <b>word</b>.<p>Two.</p></li></ol>', 'ar')).toBe(
    '<ol><li lang="en"><span dir="ltr">One <b>word</b>.</span><p dir="ltr">Two.</p></li></ol>',
  )
  expect(drawn('<ol><li lang="en"><p lang="ar">ب</p> <p>Two.</p></li></ol>', 'ar')).toBe(
    '<ol><li lang="en"><p lang="ar">ب</p> <p dir="ltr">Two.</p></li></ol>',
  )
})

test('a direction that the author set stays', () => {
  const html = '<p lang="en" dir="rtl">A <span lang="en" dir="auto">b</span></p>'
  expect(drawn(html, 'ar')).toBe(html)
})
