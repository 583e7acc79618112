/** The lint rule that keeps text from becoming markup: what it refuses, and what it lets through. */
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const eslint = new ESLint()
const template = (body: string) => `---\nconst title = ''\n---\n\n${body}\n`

/** The rules that refuse `code` in a file at `path`, of those that are about markup. */
async function refusedBy(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path })
  return (result?.messages ?? [])
    .map(({ ruleId, message }) => ruleId ?? message)
    .filter((rule) => /no-restricted-syntax|no-set-html/.test(rule))
}

const script = 'src/components/menu.client.ts'
const layout = 'src/layouts/Plain.astro'

test.each([
  ['document.body.innerHTML = location.hash'],
  ["document.body['outerHTML'] = location.hash"],
  ['document.body.innerHTML += location.hash'],
  ["document.body.insertAdjacentHTML('beforeend', location.hash)"],
  ['document.write(location.hash)'],
  ['Object.assign(document.body, { innerHTML: location.hash })'],
  ['document.createRange().createContextualFragment(location.hash)'],
  ['document.body.setHTMLUnsafe(location.hash)'],
  ["new DOMParser().parseFromString(location.hash, 'text/html')"],
  ['eval(location.hash)'],
  ['new Function(location.hash)()'],
  ["setTimeout('f()', 1)"],
  [
    "import type { SafeHtml } from '#plugins/safe-html.ts'\nexport const a = location.hash as SafeHtml",
  ],
])('a script may not say %s', async (code) => {
  expect(await refusedBy(script, code)).not.toEqual([])
})

test.each([
  ['<p set:html={title} />'],
  ['<Fragment set:html={title} />'],
  ["<p {...{ 'set:html': title }} />"],
  ['<script is:inline define:vars={{ title }}></script>'],
  ['<iframe srcdoc={title}></iframe>'],
])('a template may not say %s', async (body) => {
  expect(await refusedBy(layout, template(body))).not.toEqual([])
})

test('text, and markup drawn by the component for it, are allowed', async () => {
  expect(await refusedBy(script, 'document.body.textContent = location.hash')).toEqual([])
  expect(await refusedBy(layout, template('<p title={title}>{title}</p>'))).toEqual([])
  const html = template('<Fragment set:html={Astro.props.of} />')
  expect(await refusedBy('src/components/html/Html.astro', html)).toEqual([])
})
