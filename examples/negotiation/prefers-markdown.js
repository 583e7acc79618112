/**
 * Whether a client wants Markdown rather than HTML, by its `Accept` (RFC 9110, section 12.5.1): it has to name
 * `text/markdown`, and give it no lower weight than HTML. Browsers name it nowhere.
 *
 * @param {string | null} accept
 */
export function prefersMarkdown(accept) {
  const weights = new Map(
    (accept ?? '').split(',').map((item) => {
      const [type = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return [type, weight === undefined ? 1 : Number(weight) || 0]
    }),
  )
  const markdown = weights.get('text/markdown') ?? 0
  const html = weights.get('text/html') ?? weights.get('text/*') ?? weights.get('*/*') ?? 0
  return markdown > 0 && markdown >= html
}

/**
 * The Markdown of a page, as an answer at the page’s own address; undefined where the client wants none, or the page has
 * none, such as a checklist.
 *
 * @param {Request} request
 * @param {(address: URL) => Promise<Response>} get Gets a file of the site.
 */
export async function markdownAnswer(request, get) {
  const { method, url, headers } = request
  const isPage = new URL(url).pathname.endsWith('/')
  if (!isPage || method !== 'GET' || !prefersMarkdown(headers.get('accept'))) return undefined
  const found = await get(new URL('index.md', url))
  if (!found.ok) return undefined
  const answer = new Response(found.body, found)
  answer.headers.set('Content-Type', 'text/markdown; charset=utf-8')
  answer.headers.append('Vary', 'Accept')
  return answer
}

/**
 * The usual answer, which says to caches that another client gets another one.
 *
 * @param {Request} request
 * @param {Response} response
 */
export function withVary(request, response) {
  if (!new URL(request.url).pathname.endsWith('/')) return response
  const answer = new Response(response.body, response)
  answer.headers.append('Vary', 'Accept')
  return answer
}
